package dev.dvl.compiler.lower.expr;

import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What names stand for at one place: those of loops, functions and inner {@code let}s, innermost
 * first, and behind them what is declared around. A scope is a value: adding a name makes a new one
 * that shares the rest.
 */
@SuppressWarnings("ReferenceEquality") // Symbols are compared by identity.
public final class Scope {
  private final Surroundings surroundings;
  private final @Nullable Scope outer;
  private final @Nullable Symbol symbol;
  private final @Nullable LazyValue bound;

  private Scope(
      Surroundings surroundings,
      @Nullable Scope outer,
      @Nullable Symbol symbol,
      @Nullable LazyValue bound) {
    this.surroundings = surroundings;
    this.outer = outer;
    this.symbol = symbol;
    this.bound = bound;
  }

  /** The scope of what is declared somewhere, with no name bound. */
  public static Scope of(Surroundings surroundings) {
    return new Scope(surroundings, null, null, null);
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** The scope of the module, in which no name is bound. */
  Scope module() {
    return surroundings.module();
  }

  public Scope with(Symbol name, LazyValue value) {
    return new Scope(surroundings, this, name, value);
  }

  public Scope with(Symbol name, Value value) {
    return with(name, LazyValue.of(value));
  }

  Optional<LazyValue> find(Symbol wanted) {
    for (Scope at = this; at != null; at = at.outer) {
      if (at.symbol == wanted) {
        return Optional.ofNullable(at.bound);
      }
    }
    return Optional.empty();
  }

  /** What a symbol stands for where it is named at {@code use}. */
  public Value value(Symbol wanted, Span use) throws Failure {
    return switch (wanted) {
      case Symbol.FnParam _, Symbol.Loop _, Symbol.It _ ->
          find(wanted).orElseThrow(Failure::told).get();
      case Symbol.Let let -> {
        Optional<LazyValue> inner = find(let);
        yield inner.isPresent() ? inner.get().get() : surroundings.value(let, use);
      }
      case Symbol declared -> surroundings.value(declared, use);
    };
  }
}
