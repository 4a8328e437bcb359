package dev.dvl.cli.command;

import dev.dvl.cli.project.ProgramFiles;
import dev.dvl.cli.project.Project;
import dev.dvl.cli.project.Reason;
import dev.dvl.cli.project.Rewriting;
import dev.dvl.cli.render.UnifiedDiff;
import dev.dvl.compiler.Compilation;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Mending;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.source.Position;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.source.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Mends a program: applies fixes and compiles again, until there is nothing left to apply. */
final class Fixing {
  /** What mends itself takes two or three rounds; fixes that undo one another would take any. */
  private static final int MOST_ROUNDS = 20;

  private final Invocation invocation;
  private final Project project;
  private final List<String> told = new ArrayList<>();

  Fixing(Invocation invocation, Project project) {
    this.invocation = invocation;
    this.project = project;
  }

  Exit run(Outcome<Compilation.Checked> first) throws Refusal {
    boolean likely = invocation.has(Options.FIX_LIKELY);
    SourceMap sources = project.sources();
    Outcome<Compilation.Checked> checked = first;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Mending mending = Mending.of(own(sources), checked.diagnostics(), likely);
      if (mending.applied().isEmpty()) {
        break;
      }
      tell(sources, mending);
      sources = mending.sources();
      checked = CheckCommand.checked(invocation, project, sources);
    }
    boolean shows = invocation.has(Options.DIFF);
    changed(sources, shows);
    Project mended = new Project(project.folder(), sources, own(sources));
    if (!shows) {
      told.forEach(this::line);
      return CheckCommand.said(invocation, mended, checked);
    }
    Said.text(sources, checked.diagnostics(), invocation.terminal(), invocation.colourErr());
    return checked.hasErrors() ? Exit.WRONG : Exit.DONE;
  }

  /** The program's own files, which come before those that they import. */
  private List<SourceFile> own(SourceMap sources) {
    return sources.files().subList(0, project.files().size());
  }

  private void tell(SourceMap sources, Mending mending) {
    for (Mending.Applied applied : mending.applied()) {
      Span span = applied.fix().edits().getFirst().span();
      SourceFile file = sources.fileOf(span);
      Position at = file.position(span.start());
      String place = file.name() + ":" + at.line() + ":" + at.column();
      String code = applied.diagnostic().code().id();
      told.add("fixed " + place + ": " + applied.fix().title() + " (" + code + ")");
    }
  }

  /** Talk where the result is JSON, else a part of it. */
  private void line(String text) {
    (invocation.json() ? invocation.terminal().err() : invocation.terminal().out()).println(text);
  }

  private void changed(SourceMap sources, boolean shows) throws Refusal {
    for (int i = 0; i < project.files().size(); i++) {
      SourceFile before = project.files().get(i);
      SourceFile after = sources.files().get(i);
      if (shows) {
        String diff = UnifiedDiff.of(before.name(), before.text(), after.text());
        invocation.terminal().out().print(diff);
      } else if (!before.text().equals(after.text())) {
        write(after);
      }
    }
  }

  private void write(SourceFile file) throws Refusal {
    Path path = invocation.path(file.name());
    List<Diagnostic> outside =
        ProgramFiles.find(List.of(path), invocation.terminal().folder()).diagnostics();
    if (!outside.isEmpty()) {
      throw new Refusal(Exit.WRONG, outside, new SourceMap());
    }
    try {
      Rewriting.write(path, file.text());
    } catch (IOException problem) {
      throw Refusal.of(
          Exit.FAILED,
          CommandCodes.NOT_WRITTEN,
          "`" + file.name() + "` cannot be written: " + Reason.of(problem) + ".");
    }
  }
}
