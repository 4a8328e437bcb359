package dev.dvl.cli.command;

import dev.dvl.cli.project.FolderFiles;
import dev.dvl.cli.project.Project;
import dev.dvl.cli.render.DiagnosticText;
import dev.dvl.compiler.Compilation;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.JsonRenderer;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.stdlib.StandardKinds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code dvl check}: compiles, and says all there is to say. */
final class CheckCommand implements Command {
  @Override
  public String name() {
    return "check";
  }

  @Override
  public List<String> examples() {
    return List.of("dvl check shop.dvl", "dvl check --json .", "dvl check --fix .");
  }

  @Override
  public String about() {
    return "Compiles a program and says all that is wrong with it. Needs no host, no parameter and"
        + " no secret;\n"
        + "what hangs on them is listed as not judged. With --fix it mends what it can, and"
        + " says what.";
  }

  @Override
  public void describe(Spec spec) {
    Options.path(spec);
    Options.json(spec);
    Options.flag(spec, Options.FIX, "apply the fixes that are certain, and judge what comes of it");
    Options.flag(spec, Options.FIX_LIKELY, "apply likely fixes too, where there is only one");
    Options.flag(spec, Options.DIFF, "with --fix: write nothing, show what would change");
  }

  @Override
  public Exit run(Invocation invocation) throws Refusal, IOException {
    Outcome<Project> read = Compiling.read(invocation);
    Project project = read.value();
    if (read.hasErrors()) {
      say(invocation, project, Compiling.unread(read), List.of());
      return Exit.WRONG;
    }
    boolean fixes = invocation.has(Options.FIX) || invocation.has(Options.FIX_LIKELY);
    if (!fixes && invocation.has(Options.DIFF)) {
      throw Refusal.of(
          Exit.WRONG,
          CommandCodes.USAGE,
          "`--diff` goes with `--fix`: without it nothing changes.");
    }
    if (fixes) {
      return new Fixing(invocation, project).run();
    }
    Path called = invocation.terminal().folder();
    FolderFiles files = new FolderFiles(project.folder(), called);
    return said(
        invocation, project, Compilation.check(project.sources(), StandardKinds.load(), files));
  }

  static Exit said(Invocation invocation, Project project, Outcome<Compilation.Checked> checked)
      throws Refusal {
    say(invocation, project, checked.diagnostics(), checked.value().unevaluated());
    return checked.hasErrors() ? Exit.WRONG : Exit.DONE;
  }

  private static void say(
      Invocation invocation, Project project, List<Diagnostic> all, List<String> open)
      throws Refusal {
    Result result = new Result(invocation);
    result.json(out -> JsonRenderer.write(project.sources(), all, out));
    result.text(() -> text(project, all, open, invocation.colourOut()));
  }

  private static String text(
      Project project, List<Diagnostic> all, List<String> open, boolean colour) {
    StringBuilder text = new StringBuilder(DiagnosticText.render(project.sources(), all, colour));
    if (all.isEmpty()) {
      text.append("no mistakes\n");
    }
    if (!open.isEmpty()) {
      text.append("not judged:\n");
      open.forEach(sentence -> text.append("  ").append(sentence).append('\n'));
    }
    return text.toString();
  }
}
