package dev.dvl.compiler.lower;

import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.Collection;
import java.util.IdentityHashMap;

/**
 * How large values are when they are written out. In memory a value that holds another one twice
 * holds it once, so that a few lines could make one that nothing ever gets to the end of.
 */
final class Sizes {
  private static final int PART = 16;

  /** What is smaller is counted again rather than remembered. */
  private static final long SMALL = 64 * PART;

  private final IdentityHashMap<Object, Long> known = new IdentityHashMap<>();

  /** About the number of bytes; a very large one where that is more than a long holds. */
  long of(Value value) {
    return switch (value) {
      case Value.Text(String text) -> PART + text.length();
      case Value.ListOf(var elements) -> remembered(value, elements);
      case Value.SetOf(var elements) -> remembered(value, elements);
      case Value.MapOf(var entries) -> remembered(value, entries.values());
      case Value.ObjectOf(var fields) -> remembered(value, fields.values());
      case Value.Deferred(Term term) -> of(term);
      case Value.Null ignored -> PART;
      case Value.Bool ignored -> PART;
      case Value.Int ignored -> PART;
      case Value.Decimal ignored -> PART;
      case Value.Quantity ignored -> PART;
      case Value.Ref ignored -> PART;
    };
  }

  private long of(Term term) {
    return switch (term) {
      case Term.Literal(Value value) -> of(value);
      case Term.Call(String ignored, var arguments) -> {
        Long before = known.get(term);
        if (before != null) {
          yield before;
        }
        long size = PART;
        for (Term argument : arguments) {
          size = sum(size, of(argument));
        }
        yield remember(term, size);
      }
      case Term.Var ignored -> PART;
      case Term.Read ignored -> PART;
      case Term.Secret ignored -> PART;
    };
  }

  private long remembered(Value whole, Collection<Value> parts) {
    Long before = known.get(whole);
    if (before != null) {
      return before;
    }
    long size = PART;
    for (Value part : parts) {
      size = sum(size, of(part));
    }
    return remember(whole, size);
  }

  private long remember(Object whole, long size) {
    if (size > SMALL) {
      known.put(whole, size);
    }
    return size;
  }

  private static long sum(long left, long right) {
    return Math.min(left, Long.MAX_VALUE / 2) + Math.min(right, Long.MAX_VALUE / 2);
  }
}
