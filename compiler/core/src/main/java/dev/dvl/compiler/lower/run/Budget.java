package dev.dvl.compiler.lower.run;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.lower.input.ComputationLimits;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.ToLongFunction;

/** Counts what a program computes, and stops it when that is too much. */
public final class Budget {
  /** How many values may hold one another: what plans and platforms are told is never deeper. */
  private static final int MOST_DEPTH = 500;

  /** How many expressions may wait for one another; the stack of a compilation bears them. */
  private static final int DEEPEST = 50_000;

  private final ComputationLimits limits;
  private final Sizes sizes = new Sizes();
  private final IdentityHashMap<Object, Spender> spenders = new IdentityHashMap<>();
  private final List<Spender> order = new ArrayList<>();
  private Spender current;
  private long steps;
  private long bytes;
  private int depth;
  private boolean exhausted;

  public Budget(ComputationLimits limits) {
    this.limits = limits;
    this.current = new Spender("the module", Span.at(0));
  }

  /** Something of the program that has a name and spends. */
  public static final class Spender {
    private final String name;
    private final Span span;
    private long steps;
    private long bytes;

    Spender(String name, Span span) {
      this.name = name;
      this.span = span;
    }
  }

  /** From now on {@code node} spends; the answer is who did before. */
  public Spender enter(Object node, String name, Span span) {
    Spender before = current;
    Spender known = spenders.get(node);
    if (known == null) {
      known = new Spender(name, span);
      spenders.put(node, known);
      order.add(known);
    }
    current = known;
    return before;
  }

  public void leave(Spender before) {
    current = before;
  }

  public void step(Span span) throws Failure {
    current.steps++;
    if (++steps > limits.steps()) {
      throw tooManySteps(span);
    }
  }

  public void text(long length, Span span) throws Failure {
    current.bytes += length;
    bytes += length;
    if (bytes > limits.bytes()) {
      Spender most = most(it -> it.bytes);
      throw exhausted(
          span,
          "makes more than " + (limits.bytes() >> 20) + " MiB of text",
          most,
          (most.bytes >> 20) + " MiB");
    }
  }

  /** One collection or loop of {@code size} elements. */
  public void elements(long size, Span span) throws Failure {
    if (size > limits.elements()) {
      throw new Failure(
          Diagnostic.at(
              LowerCodes.BUDGET,
              span,
              "this has " + size + " elements, and " + limits.elements() + " are the most"));
    }
    current.steps += size;
    steps += size;
    if (steps > limits.steps()) {
      throw tooManySteps(span);
    }
  }

  /** One value, which may hold others, and one of them more than once. */
  public void size(Value value, Span span) throws Failure {
    Sizes.Extent extent = sizes.of(value);
    if (extent.bytes() > limits.size()) {
      throw Failure.at(
          LowerCodes.BUDGET,
          span,
          "written out, this is larger than " + (limits.size() >> 20) + " MiB");
    }
    if (extent.depth() > MOST_DEPTH) {
      throw Failure.at(
          LowerCodes.BUDGET, span, "more than " + MOST_DEPTH + " values hold one another here");
    }
  }

  /** One more expression is computed for the sake of another; {@link #rise} ends that. */
  public void descend(Span span) throws Failure {
    if (++depth > DEEPEST) {
      exhausted = true;
      depth--;
      throw Failure.at(
          LowerCodes.BUDGET, span, "more than " + DEEPEST + " computations wait for this one");
    }
  }

  public void rise() {
    depth--;
  }

  public boolean isExhausted() {
    return exhausted;
  }

  private Failure tooManySteps(Span span) {
    Spender most = most(it -> it.steps);
    return exhausted(
        span, "takes more than " + limits.steps() + " steps", most, most.steps + " steps");
  }

  private Spender most(ToLongFunction<Spender> spent) {
    return order.stream().max(Comparator.comparingLong(spent)).orElse(current);
  }

  private Failure exhausted(Span span, String what, Spender most, String spent) {
    return exhausted(span, what, most.span, most.name + " took the most: " + spent);
  }

  /** From now on nothing more is computed; {@code who} at {@code most} is to blame. */
  public Failure exhausted(Span span, String what, Span most, String who) {
    exhausted = true;
    return new Failure(
        Diagnostic.at(LowerCodes.BUDGET, span, "the program " + what + " up to here")
            .label(most, who));
  }
}
