package dev.dvl.compiler.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects diagnostics while a stage runs. Not thread-safe. */
public final class Diagnostics {
  private final List<Diagnostic> reported = new ArrayList<>();

  public void report(Diagnostic diagnostic) {
    reported.add(diagnostic);
  }

  public void reportAll(List<Diagnostic> diagnostics) {
    reported.addAll(diagnostics);
  }

  /** How many there are so far. */
  public int count() {
    return reported.size();
  }

  public boolean hasErrors() {
    return reported.stream().anyMatch(Diagnostic::isError);
  }

  /** All that was reported, by file and position; those without a place come last. */
  public List<Diagnostic> sorted() {
    return reported.stream().sorted(Comparator.comparingInt(Diagnostics::position)).toList();
  }

  private static int position(Diagnostic diagnostic) {
    return diagnostic.primary().map(label -> label.span().start()).orElse(Integer.MAX_VALUE);
  }
}
