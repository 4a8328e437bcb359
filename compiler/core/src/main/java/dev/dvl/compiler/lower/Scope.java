package dev.dvl.compiler.lower;

import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.value.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names of loops, functions and inner {@code let}s that hold at one place, innermost first. A
 * scope is a value: adding a name makes a new one that shares the rest.
 */
@SuppressWarnings("ReferenceEquality") // Symbols are compared by identity.
final class Scope {
  static final Scope MODULE = new Scope(null, null, null, null);

  private final @Nullable Scope outer;
  private final @Nullable Symbol symbol;
  private final @Nullable Cell cell;
  private final @Nullable Frame frame;

  private Scope(
      @Nullable Scope outer, @Nullable Symbol symbol, @Nullable Cell cell, @Nullable Frame frame) {
    this.outer = outer;
    this.symbol = symbol;
    this.cell = cell;
    this.frame = frame;
  }

  /** The names of a component, in one use of it. */
  static Scope of(Frame frame) {
    return new Scope(null, null, null, frame);
  }

  /** The use of a component in which this scope lies; none in the module. */
  Optional<Frame> frame() {
    return Optional.ofNullable(frame);
  }

  Scope with(Symbol name, Cell value) {
    return new Scope(this, name, value, frame);
  }

  Scope with(Symbol name, Value value) {
    return with(name, Cell.of(value));
  }

  Optional<Cell> find(Symbol wanted) {
    for (Scope at = this; at != null; at = at.outer) {
      if (at.symbol == wanted) {
        return Optional.ofNullable(at.cell);
      }
    }
    return Optional.empty();
  }
}
