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

/**
 * Mends a program and what it imports from its folder: applies fixes and compiles again, until
 * there is nothing left to apply.
 */
final class Fixing {
  /** What mends itself takes two or three rounds; fixes that undo one another would take any. */
  private static final int MOST_ROUNDS = 20;

  private final Invocation invocation;
  private final Project project;
  private final MendedProgram mended;
  private final List<String> told = new ArrayList<>();

  Fixing(Invocation invocation, Project project) {
    this.invocation = invocation;
    this.project = project;
    this.mended = new MendedProgram(project, invocation.terminal().folder());
  }

  Exit run() throws Refusal {
    boolean likely = invocation.has(Options.FIX_LIKELY);
    Outcome<Compilation.Checked> checked = mended.check();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Mending mending = Mending.of(mended.files(), checked.diagnostics(), likely);
      if (mending.applied().isEmpty()) {
        break;
      }
      tell(mended.sources(), mending);
      mended.take(mending.sources());
      checked = mended.check();
    }
    boolean shows = invocation.has(Options.DIFF);
    for (MendedProgram.Changed changed : mended.changed()) {
      changed(changed, shows);
    }
    if (!shows) {
      told.forEach(this::line);
      return CheckCommand.said(invocation, mended.project(), checked);
    }
    DiagnosticOutput.text(
        mended.sources(), checked.diagnostics(), invocation.terminal(), invocation.colourErr());
    return checked.hasErrors() ? Exit.WRONG : Exit.DONE;
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

  private void changed(MendedProgram.Changed changed, boolean shows) throws Refusal {
    if (shows) {
      String diff = UnifiedDiff.of(changed.name(), changed.before(), changed.after());
      invocation.terminal().out().print(diff);
    } else {
      write(changed);
    }
  }

  /** What is imported lies below the program's folder, wherever dvl was called. */
  private void write(MendedProgram.Changed changed) throws Refusal {
    Path path = invocation.path(changed.name());
    Path home = changed.imported() ? project.folder() : invocation.terminal().folder();
    List<Diagnostic> outside = ProgramFiles.find(List.of(path), home).diagnostics();
    if (!outside.isEmpty()) {
      throw new Refusal(Exit.WRONG, outside, new SourceMap());
    }
    try {
      Rewriting.write(path, changed.after());
    } catch (IOException problem) {
      throw Refusal.of(
          Exit.FAILED,
          CommandCodes.NOT_WRITTEN,
          "`" + changed.name() + "` cannot be written: " + Reason.of(problem) + ".");
    }
  }
}
