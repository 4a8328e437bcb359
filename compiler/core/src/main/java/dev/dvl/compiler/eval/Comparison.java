package dev.dvl.compiler.eval;

import dev.dvl.compiler.value.Texts;
import dev.dvl.compiler.value.Value;
import java.util.Map;

/** {@code == != < <= > >= in} and {@code !}. */
final class Comparison {
  private Comparison() {}

  static final Map<String, Function> FUNCTIONS =
      Map.of(
          "==", values -> Value.of(Equality.equal(values.get(0), values.get(1))),
          "!=", values -> Value.of(!Equality.equal(values.get(0), values.get(1))),
          "<", values -> Value.of(compare(values.get(0), values.get(1)) < 0),
          "<=", values -> Value.of(compare(values.get(0), values.get(1)) <= 0),
          ">", values -> Value.of(compare(values.get(0), values.get(1)) > 0),
          ">=", values -> Value.of(compare(values.get(0), values.get(1)) >= 0),
          "in", values -> Value.of(isIn(values.get(0), values.get(1))),
          "!", Arguments.function(arguments -> Value.of(!arguments.bool(0))));

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
          elements.stream().anyMatch(element -> Equality.equal(wanted, element));
      case Value.SetOf(var elements) ->
          elements.stream().anyMatch(element -> Equality.equal(wanted, element));
      case Value.MapOf(var entries) ->
          wanted instanceof Value.Text(String key) && entries.containsKey(key);
      case Value.ObjectOf(var fields) ->
          wanted instanceof Value.Text(String key) && fields.containsKey(key);
      case Value other -> throw new EvaluationProblem("nothing is in " + ValueText.kind(other));
    };
  }
}
