package dev.dvl.sandbox;

import dev.dvl.compiler.value.Value;
import java.util.TreeMap;

/** Puts one value in the place of all that is deferred. */
final class Hidden {
  private Hidden() {}

  static Value with(Value value, Value instead) {
    return switch (value) {
      case Value.Deferred ignored -> instead;
      case Value.ListOf(var elements) ->
          new Value.ListOf(elements.stream().map(element -> with(element, instead)).toList());
      case Value.SetOf(var elements) ->
          new Value.SetOf(elements.stream().map(element -> with(element, instead)).toList());
      case Value.MapOf(var entries) -> {
        TreeMap<String, Value> all = new TreeMap<>(entries);
        all.replaceAll((key, entry) -> with(entry, instead));
        yield Value.MapOf.of(all);
      }
      case Value.ObjectOf(var fields) -> {
        TreeMap<String, Value> all = new TreeMap<>(fields);
        all.replaceAll((name, field) -> with(field, instead));
        yield Value.ObjectOf.of(all);
      }
      case Value.Null ignored -> value;
      case Value.Bool ignored -> value;
      case Value.Int ignored -> value;
      case Value.Decimal ignored -> value;
      case Value.Text ignored -> value;
      case Value.Quantity ignored -> value;
      case Value.Ref ignored -> value;
    };
  }
}
