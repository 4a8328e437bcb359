package dev.dvl.compiler.lower.expr;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Value;
import org.jspecify.annotations.Nullable;

/** A value that is computed once, when it is first needed. */
public final class LazyValue {

  /** How the value comes about. */
  @FunctionalInterface
  public interface Computation {
    Value compute() throws Failure;
  }

  private @Nullable Computation computation;
  private @Nullable Value value;
  private boolean running;
  private final String name;
  private final Span span;

  private LazyValue(
      String name, Span span, @Nullable Computation computation, @Nullable Value value) {
    this.name = name;
    this.span = span;
    this.computation = computation;
    this.value = value;
  }

  public static LazyValue of(Value value) {
    return new LazyValue("", Span.at(0), null, value);
  }

  /** A cell for what is called {@code name} and stands at {@code span}. */
  public static LazyValue of(String name, Span span, Computation computation) {
    return new LazyValue(name, span, computation, null);
  }

  /** The value; where it cannot be computed, the first one to ask is told why. */
  public Value get() throws Failure {
    if (value != null) {
      return value;
    }
    Computation pending = computation;
    if (running) {
      throw new Failure(
          Diagnostic.at(LowerCodes.CIRCLE, span, name + " is needed to compute itself"));
    }
    if (pending == null) {
      throw Failure.told();
    }
    running = true;
    try {
      Value computed = pending.compute();
      value = computed;
      return computed;
    } finally {
      running = false;
      computation = null;
    }
  }
}
