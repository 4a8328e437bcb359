package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what is wrong with one file: one diagnostic a line, the first one found, since what
 * follows a mistake on its line is most often its echo.
 */
final class ParseReport {
  private static final int MOST = 100;

  private final SourceFile file;
  private final Diagnostics diagnostics = new Diagnostics();
  private final Set<Integer> lines = new HashSet<>();
  private boolean hopeless;

  ParseReport(SourceFile file) {
    this.file = file;
  }

  void add(Diagnostic diagnostic) {
    Span span = diagnostic.primary().orElseThrow().span();
    if (takes(span)) {
      lines.add(file.position(span.start()).line());
      diagnostics.report(diagnostic);
    }
  }

  /** Whether a mistake at {@code span} is told: what is not told need not be explained. */
  boolean takes(Span span) {
    return !hopeless && lines.size() < MOST && !isSpoilt(span);
  }

  /** Adds a diagnostic after which the rest of the file can no longer be judged. */
  void addLast(Diagnostic diagnostic) {
    add(diagnostic);
    hopeless = true;
  }

  /** Whether something is wrong on the line where {@code span} starts. */
  boolean isSpoilt(Span span) {
    return !lines.isEmpty() && lines.contains(file.position(span.start()).line());
  }

  List<Diagnostic> sorted() {
    return new Echoes(file).without(diagnostics.sorted());
  }
}
