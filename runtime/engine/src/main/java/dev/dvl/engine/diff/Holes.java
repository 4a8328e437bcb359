package dev.dvl.engine.diff;

import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Puts texts in the place of secrets, wherever in a value or its terms they stand. */
final class Holes {
  private Holes() {}

  static Value fill(Value value, UnaryOperator<String> text) {
    return switch (value) {
      case Value.Deferred(Term term) -> new Value.Deferred(fill(term, text));
      case Value.ListOf(var elements) -> new Value.ListOf(all(elements, text));
      case Value.SetOf(var elements) -> new Value.SetOf(all(elements, text));
      case Value.MapOf(var entries) -> Value.MapOf.of(all(entries, text));
      case Value.ObjectOf(var fields) -> Value.ObjectOf.of(all(fields, text));
      case Value.Null ignored -> value;
      case Value.Bool ignored -> value;
      case Value.Int ignored -> value;
      case Value.Decimal ignored -> value;
      case Value.Text ignored -> value;
      case Value.Quantity ignored -> value;
      case Value.Ref ignored -> value;
    };
  }

  private static Term fill(Term term, UnaryOperator<String> text) {
    return switch (term) {
      case Term.Secret(String name) ->
          new Term.Call("secret", List.of(new Term.Var(name), new Term.Var(text.apply(name))));
      case Term.Literal(Value value) -> new Term.Literal(fill(value, text));
      case Term.Call(String function, var arguments) ->
          new Term.Call(function, arguments.stream().map(it -> fill(it, text)).toList());
      case Term.Var ignored -> term;
      case Term.Read ignored -> term;
    };
  }

  private static List<Value> all(List<Value> values, UnaryOperator<String> text) {
    return values.stream().map(value -> fill(value, text)).toList();
  }

  private static Map<String, Value> all(Map<String, Value> values, UnaryOperator<String> text) {
    Map<String, Value> filled = new TreeMap<>();
    values.forEach((key, value) -> filled.put(key, fill(value, text)));
    return filled;
  }
}
