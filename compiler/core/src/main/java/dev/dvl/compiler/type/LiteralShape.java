package dev.dvl.compiler.type;

import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives literals the form that their type asks for: {@code [ ]} becomes a set, {@code { }} a map, a
 * whole number a decimal. What does not fit is left as it is.
 */
public final class LiteralShape {
  private LiteralShape() {}

  /** The literals that may be the result of {@code term}, in the form of {@code type}. */
  public static Term of(Term term, Type type) {
    return switch (term) {
      case Term.Literal(Value value) -> new Term.Literal(of(value, type));
      case Term.Call(String function, List<Term> arguments) when function.equals("if") ->
          Term.call(
              function, arguments.get(0), of(arguments.get(1), type), of(arguments.get(2), type));
      case Term.Call(String function, List<Term> arguments) when function.equals("??") ->
          Term.call(function, of(arguments.get(0), type), of(arguments.get(1), type));
      case Term other -> other;
    };
  }

  /** The value in the form of {@code type}. */
  public static Value of(Value value, Type type) {
    return switch (type) {
      case Type.Maybe(Type inner) -> of(value, inner);
      case Type.Refined refined -> of(value, refined.base());
      case Type.ListOf(Type element, var ignored) ->
          value instanceof Value.ListOf(var elements)
              ? new Value.ListOf(each(elements, element))
              : value;
      case Type.SetOf(Type element, var ignored) ->
          value instanceof Value.ListOf(var elements)
              ? Value.SetOf.of(each(elements, element))
              : value;
      case Type.MapOf(Type element, var ignored) ->
          value instanceof Value.ObjectOf(var fields)
              ? Value.MapOf.of(each(fields, element))
              : value;
      case Type.Scalar(ScalarKind kind, var ignored) ->
          kind == ScalarKind.DECIMAL && value instanceof Value.Int(long number)
              ? new Value.Decimal(BigDecimal.valueOf(number))
              : value;
      case Type ignored -> value;
    };
  }

  private static List<Value> each(List<Value> elements, Type type) {
    return elements.stream().map(element -> of(element, type)).toList();
  }

  private static Map<String, Value> each(Map<String, Value> fields, Type type) {
    Map<String, Value> shaped = new TreeMap<>();
    fields.forEach((name, value) -> shaped.put(name, of(value, type)));
    return shaped;
  }
}
