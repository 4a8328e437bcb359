package dev.dvl.compiler.eval;

import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;

/**
 * Whether two values mean the same. What is written out as a literal is an object or a list, also
 * where the other side is a map or a set; 2 and 2.0 are the same number.
 */
final class Equality {
  private Equality() {}

  static boolean equal(Value left, Value right) {
    return switch (left) {
      case Value.Int(long a) when right instanceof Value.Decimal(var b) -> equal(a, b);
      case Value.Decimal(var a) when right instanceof Value.Int(long b) -> equal(b, a);
      case Value.MapOf(var entries) -> entries(entries, right);
      case Value.ObjectOf(var fields) -> entries(fields, right);
      case Value.ListOf(var elements) when right instanceof Value.ListOf(var others) ->
          inOrder(elements, others);
      case Value.ListOf(var elements) when right instanceof Value.SetOf ->
          Value.SetOf.of(elements).equals(right);
      case Value.SetOf ignored when right instanceof Value.ListOf(var others) ->
          left.equals(Value.SetOf.of(others));
      case Value ignored -> left.equals(right);
    };
  }

  private static boolean equal(long whole, BigDecimal decimal) {
    return decimal.compareTo(BigDecimal.valueOf(whole)) == 0;
  }

  private static boolean entries(SortedMap<String, Value> left, Value right) {
    return switch (right) {
      case Value.MapOf(var others) -> same(left, others);
      case Value.ObjectOf(var others) -> same(left, others);
      case Value ignored -> false;
    };
  }

  private static boolean same(SortedMap<String, Value> left, SortedMap<String, Value> right) {
    return left.keySet().equals(right.keySet())
        && inOrder(List.copyOf(left.values()), List.copyOf(right.values()));
  }

  private static boolean inOrder(List<Value> left, List<Value> right) {
    if (left.size() != right.size()) {
      return false;
    }
    Iterator<Value> others = right.iterator();
    return left.stream().allMatch(value -> equal(value, others.next()));
  }
}
