package dev.dvl.cli.command;

import dev.dvl.cli.project.ProgramFiles;
import dev.dvl.cli.project.Project;
import dev.dvl.cli.project.ProjectReader;
import dev.dvl.cli.project.Reason;
import dev.dvl.cli.project.Rewriting;
import dev.dvl.cli.render.UnifiedDiff;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.format.Formatter;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code dvl fmt}: brings files into the one form of programs. */
final class FmtCommand implements Command {
  private static final String STREAM = "-";

  @Override
  public String name() {
    return "fmt";
  }

  @Override
  public List<String> examples() {
    return List.of("dvl fmt .", "dvl fmt --check .", "dvl fmt - < shop.dvl");
  }

  @Override
  public String about() {
    return "Brings programs into their one form, and names the files that it changed. What cannot"
        + " be read\n"
        + "is left as it is written; what else the file holds is formatted.";
  }

  @Override
  public void describe(Spec spec) {
    Options.operands(
        spec,
        "PATH",
        "a .dvl file, a folder with all below it, or - for standard input (default: this folder)");
    Options.flag(spec, Options.CHECK, "write nothing; name what would change, and end with 1");
    Options.flag(spec, Options.DIFF, "write nothing; show what would change");
  }

  @Override
  public Exit run(Invocation invocation) throws Refusal, IOException {
    List<String> operands = invocation.words().operands();
    return operands.contains(STREAM) ? stream(invocation, operands) : files(invocation, operands);
  }

  private static Exit stream(Invocation invocation, List<String> operands)
      throws Refusal, IOException {
    if (operands.size() > 1) {
      throw Refusal.of(
          Exit.WRONG, CommandCodes.USAGE, "Standard input is formatted alone, without files.");
    }
    byte[] bytes = invocation.terminal().in().readAllBytes();
    Formatting formatting = new Formatting(invocation);
    formatting.take(ProjectReader.of("<stdin>", bytes, invocation.terminal().folder()));
    return formatting.exit();
  }

  private static Exit files(Invocation invocation, List<String> operands) {
    List<Path> paths =
        operands.isEmpty()
            ? List.of(invocation.terminal().folder())
            : operands.stream().map(invocation::path).toList();
    Path called = invocation.terminal().folder();
    Outcome<List<Path>> found = ProgramFiles.find(paths, called);
    Formatting formatting = new Formatting(invocation);
    formatting.say(new SourceMap(), found.diagnostics());
    for (Path file : found.value()) {
      formatting.take(ProjectReader.only(file, called));
    }
    return formatting.exit();
  }

  /** One run: what was formatted, and what was wrong. */
  private static final class Formatting {
    private final Invocation invocation;
    private boolean wrong;
    private boolean failed;
    private boolean changes;

    Formatting(Invocation invocation) {
      this.invocation = invocation;
    }

    void take(Outcome<Project> read) {
      say(read.value().sources(), read.diagnostics());
      for (SourceFile file : read.value().files()) {
        Outcome<String> formatted = Formatter.format(file);
        say(read.value().sources(), formatted.diagnostics());
        if (isStream(file) && !shows()) {
          boolean refused = Formatter.refuses(formatted.diagnostics());
          invocation.terminal().out().print(refused ? "" : formatted.value());
        } else if (!formatted.value().equals(file.text())) {
          changed(file, formatted.value());
        }
      }
    }

    private void changed(SourceFile file, String text) {
      changes = true;
      if (invocation.has(Options.DIFF)) {
        invocation.terminal().out().print(UnifiedDiff.of(file.name(), file.text(), text));
      } else {
        invocation.terminal().out().println(file.name());
      }
      if (!shows()) {
        write(file.name(), text);
      }
    }

    private void write(String name, String text) {
      try {
        Rewriting.write(invocation.path(name), text);
      } catch (IOException problem) {
        failed = true;
        String note = "`" + name + "` cannot be written: " + Reason.of(problem) + ".";
        DiagnosticOutput.text(
            new SourceMap(),
            List.of(Diagnostic.without(CommandCodes.NOT_WRITTEN, note)),
            invocation.terminal(),
            invocation.colourErr());
      }
    }

    /** Whether nothing is written. */
    private boolean shows() {
      return invocation.has(Options.CHECK) || invocation.has(Options.DIFF);
    }

    private static boolean isStream(SourceFile file) {
      return file.name().equals("<stdin>");
    }

    void say(SourceMap sources, List<Diagnostic> diagnostics) {
      wrong |= diagnostics.stream().anyMatch(Diagnostic::isError);
      DiagnosticOutput.text(sources, diagnostics, invocation.terminal(), invocation.colourErr());
    }

    Exit exit() {
      if (wrong) {
        return Exit.WRONG;
      }
      boolean found = changes && invocation.has(Options.CHECK);
      return failed || found ? Exit.FAILED : Exit.DONE;
    }
  }
}
