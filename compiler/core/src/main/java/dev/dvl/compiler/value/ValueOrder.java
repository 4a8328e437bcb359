package dev.dvl.compiler.value;

import java.util.Comparator;

/**
 * A total order over values, for sets: by kind of value, then by a text that tells values apart.
 */
final class ValueOrder implements Comparator<Value> {
  static final ValueOrder INSTANCE = new ValueOrder();

  private ValueOrder() {}

  @Override
  public int compare(Value left, Value right) {
    if (left instanceof Value.Int(long a) && right instanceof Value.Int(long b)) {
      return Long.compare(a, b);
    }
    if (left instanceof Value.Text(String a) && right instanceof Value.Text(String b)) {
      return Texts.compareCodePoints(a, b);
    }
    if (left instanceof Value.Decimal(var a) && right instanceof Value.Decimal(var b)) {
      return a.compareTo(b);
    }
    if (left instanceof Value.Quantity(var d, long a)
        && right instanceof Value.Quantity(var e, long b)
        && d == e) {
      return Long.compare(a, b);
    }
    int rank = Integer.compare(rank(left), rank(right));
    return rank != 0 ? rank : Texts.compareCodePoints(left.toString(), right.toString());
  }

  private static int rank(Value value) {
    return switch (value) {
      case Value.Null ignored -> 0;
      case Value.Bool ignored -> 1;
      case Value.Int ignored -> 2;
      case Value.Decimal ignored -> 3;
      case Value.Quantity ignored -> 4;
      case Value.Text ignored -> 5;
      case Value.Ref ignored -> 6;
      case Value.ListOf ignored -> 7;
      case Value.SetOf ignored -> 8;
      case Value.MapOf ignored -> 9;
      case Value.ObjectOf ignored -> 10;
      case Value.Deferred ignored -> 11;
    };
  }
}
