package dev.dvl.compiler.diagnostic;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

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

  /** What the next stage makes of the value; what this one says stands before what that says. */
  public <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
    return and(next.apply(value), (ignored, later) -> later);
  }

  /** One value of two, with what there is to say about this one, then about the other. */
  public <U, R> Outcome<R> and(Outcome<U> other, BiFunction<? super T, ? super U, R> joined) {
    return new Outcome<>(joined.apply(value, other.value), diagnostics).with(other.diagnostics);
  }

  /** The same value, and more to say about it. */
  public Outcome<T> with(List<Diagnostic> more) {
    return new Outcome<>(value, Stream.concat(diagnostics.stream(), more.stream()).toList());
  }
}
