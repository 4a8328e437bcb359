package dev.dvl.compiler.value;

import java.util.Collection;
import java.util.function.Predicate;

/** Looks for terms at the leaves of a value. */
public final class Leaves {
  private Leaves() {}

  /** Whether any deferred leaf of {@code value} has a term leaf as {@code wanted}. */
  public static boolean any(Value value, Predicate<Term> wanted) {
    return switch (value) {
      case Value.Deferred(Term term) -> term.anyLeaf(wanted);
      case Value.ListOf(var elements) -> any(elements, wanted);
      case Value.SetOf(var elements) -> any(elements, wanted);
      case Value.MapOf(var entries) -> any(entries.values(), wanted);
      case Value.ObjectOf(var fields) -> any(fields.values(), wanted);
      case Value.Null ignored -> false;
      case Value.Bool ignored -> false;
      case Value.Int ignored -> false;
      case Value.Decimal ignored -> false;
      case Value.Text ignored -> false;
      case Value.Quantity ignored -> false;
      case Value.Ref ignored -> false;
    };
  }

  /** Whether every leaf of {@code value} is known now and not secret. */
  public static boolean isKnown(Value value) {
    return !any(value, term -> true);
  }

  private static boolean any(Collection<Value> values, Predicate<Term> wanted) {
    for (Value value : values) {
      if (any(value, wanted)) {
        return true;
      }
    }
    return false;
  }
}
