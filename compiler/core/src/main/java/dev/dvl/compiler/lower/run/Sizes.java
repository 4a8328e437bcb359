package dev.dvl.compiler.lower.run;

import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.IdentityHashMap;

/**
 * How large values are when they are written out. In memory a value that holds another one twice
 * holds it once, so that a few lines could make one that nothing ever gets to the end of.
 */
final class Sizes {
  private static final int PART = 16;
  private static final Extent SCALAR = new Extent(PART, 1);

  /** What is smaller is counted again rather than remembered. */
  private static final long SMALL = 8 * PART;

  private final IdentityHashMap<Object, Extent> known = new IdentityHashMap<>();

  /**
   * The extent of a value.
   *
   * @param bytes about their number; a very large one where that is more than a long holds
   * @param depth how many values hold one another
   */
  record Extent(long bytes, int depth) {
    private Extent with(Extent part) {
      long sum = Math.min(bytes, Long.MAX_VALUE / 2) + Math.min(part.bytes, Long.MAX_VALUE / 2);
      return new Extent(sum, Math.max(depth, part.depth + 1));
    }
  }

  Extent of(Value value) {
    return switch (value) {
      case Value.Text(String text) -> new Extent(PART + text.length(), 1);
      case Value.Scalar ignored -> SCALAR;
      case Value.Ref ignored -> SCALAR;
      case Value.Compound compound -> remembered(compound);
      case Value.Deferred(Term term) -> of(term);
    };
  }

  private Extent of(Term term) {
    return switch (term) {
      case Term.Literal(Value value) -> of(value);
      case Term.Call(String ignored, var arguments) -> {
        Extent extent = known.get(term);
        if (extent == null) {
          extent = SCALAR;
          for (Term argument : arguments) {
            extent = extent.with(of(argument));
          }
          remember(term, extent);
        }
        yield extent;
      }
      case Term.Var _, Term.Read _, Term.Secret _ -> SCALAR;
    };
  }

  private Extent remembered(Value.Compound whole) {
    Extent extent = known.get(whole);
    if (extent == null) {
      extent = SCALAR;
      for (Value part : whole.parts()) {
        extent = extent.with(of(part));
      }
      remember(whole, extent);
    }
    return extent;
  }

  private void remember(Object whole, Extent extent) {
    if (extent.bytes() > SMALL) {
      known.put(whole, extent);
    }
  }
}
