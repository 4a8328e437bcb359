package dev.dvl.compiler.eval;

import dev.dvl.compiler.value.Texts;
import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** {@code == != < <= > >= in} and {@code !}. */
final class Comparison {
  private Comparison() {}

  static final Map<String, Function> FUNCTIONS =
      Map.of(
          "==", values -> Value.of(equal(values.get(0), values.get(1))),
          "!=", values -> Value.of(!equal(values.get(0), values.get(1))),
          "<", values -> Value.of(compare(values.get(0), values.get(1)) < 0),
          "<=", values -> Value.of(compare(values.get(0), values.get(1)) <= 0),
          ">", values -> Value.of(compare(values.get(0), values.get(1)) > 0),
          ">=", values -> Value.of(compare(values.get(0), values.get(1)) >= 0),
          "in", values -> Value.of(isIn(values.get(0), values.get(1))),
          "!", Arguments.function(arguments -> Value.of(!arguments.bool(0))));

  /** Whether both mean the same: 2 and 2.0 do, and an object and a map of the same entries. */
  static boolean equal(Value left, Value right) {
    return switch (left) {
      case Value.Int(long a) when right instanceof Value.Decimal(var b) ->
          b.compareTo(BigDecimal.valueOf(a)) == 0;
      case Value.Decimal(var a) when right instanceof Value.Int(long b) ->
          a.compareTo(BigDecimal.valueOf(b)) == 0;
      case Value.ListOf(var a) when right instanceof Value.ListOf(var b) -> all(a, b);
      case Value.SetOf(var a) when right instanceof Value.SetOf(var b) -> all(a, b);
      case Value.MapOf(var entries) -> entries(right).filter(it -> all(entries, it)).isPresent();
      case Value.ObjectOf(var fields) -> entries(right).filter(it -> all(fields, it)).isPresent();
      case Value ignored -> left.equals(right);
    };
  }

  private static boolean all(List<Value> left, List<Value> right) {
    Iterator<Value> others = right.iterator();
    return left.size() == right.size()
        && left.stream().allMatch(element -> equal(element, others.next()));
  }

  private static boolean all(SortedMap<String, Value> left, SortedMap<String, Value> right) {
    return List.copyOf(left.keySet()).equals(List.copyOf(right.keySet()))
        && all(List.copyOf(left.values()), List.copyOf(right.values()));
  }

  private static Optional<SortedMap<String, Value>> entries(Value value) {
    return switch (value) {
      case Value.MapOf(var entries) -> Optional.of(entries);
      case Value.ObjectOf(var fields) -> Optional.of(fields);
      case Value ignored -> Optional.empty();
    };
  }

  static int compare(Value left, Value right) throws EvaluationProblem {
    return switch (left) {
      case Value.Int(long a) when right instanceof Value.Int(long b) -> Long.compare(a, b);
      case Value.Text(String a) when right instanceof Value.Text(String b) ->
          Texts.compareCodePoints(a, b);
      case Value.Quantity(var d, long a)
          when right instanceof Value.Quantity(var e, long b) && d == e ->
          Long.compare(a, b);
      case Value ignored when isNumber(left) && isNumber(right) ->
          Arithmetic.number(left).compareTo(Arithmetic.number(right));
      case Value ignored ->
          throw new EvaluationProblem(
              ValueText.kind(left) + " and " + ValueText.kind(right) + " cannot be compared");
    };
  }

  private static boolean isNumber(Value value) {
    return value instanceof Value.Int || value instanceof Value.Decimal;
  }

  private static boolean isIn(Value wanted, Value collection) throws EvaluationProblem {
    return switch (collection) {
      case Value.ListOf(var elements) ->
          elements.stream().anyMatch(element -> equal(wanted, element));
      case Value.SetOf(var elements) ->
          elements.stream().anyMatch(element -> equal(wanted, element));
      case Value.MapOf(var entries) ->
          wanted instanceof Value.Text(String key) && entries.containsKey(key);
      case Value.ObjectOf(var fields) ->
          wanted instanceof Value.Text(String key) && fields.containsKey(key);
      case Value other -> throw new EvaluationProblem("nothing is in " + ValueText.kind(other));
    };
  }
}
