package dev.dvl.compiler.diagnostic;

import java.util.List;

/**
 * What a stage returns: always a value, and what there is to say about it.
 *
 * <p>With an error among the diagnostics the value is still whole, only partly meaningful: broken
 * parts are marked in it, and later stages stay silent about them.
 */
public record Outcome<T>(T value, List<Diagnostic> diagnostics) {

  public Outcome {
    diagnostics = List.copyOf(diagnostics);
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
