package dev.dvl.contract.spelling;

import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a program might write in the place of a value, by the type: the same in other words, and
 * what lies at the edges of the type. Whether it may stand there is for the compiler to say.
 */
final class Spellings {
  private Spellings() {}

  /** All of them but the value itself, each once. */
  static List<Value> of(Type type, Value value) {
    Set<Value> found = new LinkedHashSet<>(others(type, value));
    found.remove(value);
    found.removeIf(Value::isNull);
    return List.copyOf(found);
  }

  private static List<Value> others(Type type, Value value) {
    return switch (type) {
      case Type.Maybe(Type inner) -> others(inner, value);
      case Type.Refined refined -> others(refined.base(), value);
      case Type.Scalar(var kind, var ignored) -> scalars(kind, value);
      case Type.ListOf(Type element, var ignored) -> lists(element, value);
      case Type.SetOf(Type element, var ignored) -> sets(element, value);
      case Type.MapOf(Type element, var ignored) -> maps(element, value);
      case Type.ObjectOf object -> objects(object, value);
      case Type.Union(List<Type> members) ->
          members.stream().flatMap(it -> others(it, value).stream()).toList();
      case Type.Literal(Value literal, var ignored) -> List.of(literal);
      case Type.Ref _, Type.Composite _, Type.Keyed _, Type.StateOf _, Type.Null _, Type.Wrong _ ->
          List.of();
    };
  }

  private static List<Value> scalars(ScalarKind kind, Value value) {
    return switch (value) {
      case Value.Text(String text) ->
          TextSpellings.of(kind, text).stream().<Value>map(Value::text).toList();
      case Value.Int ignored -> List.of(Value.of(0), Value.of(-1), Value.of(1));
      case Value.Decimal ignored ->
          List.of(new Value.Decimal(BigDecimal.ZERO), new Value.Decimal(BigDecimal.ONE));
      case Value.Bool(boolean holds) -> List.of(Value.of(!holds));
      case Value.Quantity(var dimension, long amount) ->
          List.of(
              new Value.Quantity(dimension, 0),
              new Value.Quantity(dimension, 1),
              new Value.Quantity(dimension, amount + 1));
      case Value ignored -> List.of();
    };
  }

  private static List<Value> lists(Type element, Value value) {
    if (!(value instanceof Value.ListOf(List<Value> elements))) {
      return List.of();
    }
    List<Value> found = new ArrayList<>(List.of(new Value.ListOf(List.of())));
    found.add(new Value.ListOf(elements.reversed()));
    List<Value> doubled = new ArrayList<>(elements);
    doubled.addAll(elements);
    found.add(new Value.ListOf(doubled));
    with(element, elements, it -> found.add(new Value.ListOf(it)));
    return found;
  }

  /** Also with two spellings of one element beside each other. */
  private static List<Value> sets(Type element, Value value) {
    if (!(value instanceof Value.SetOf(List<Value> elements))) {
      return List.of();
    }
    List<Value> found = new ArrayList<>(List.of(new Value.SetOf(List.of())));
    with(
        element,
        elements,
        it -> {
          found.add(new Value.SetOf(it));
          List<Value> both = new ArrayList<>(it);
          both.addAll(elements);
          found.add(Value.SetOf.of(both));
        });
    return found;
  }

  private static void with(Type element, List<Value> elements, Consumer<List<Value>> sink) {
    for (int i = 0; i < Math.min(elements.size(), 1); i++) {
      for (Value other : of(element, elements.get(i))) {
        List<Value> changed = new ArrayList<>(elements);
        changed.set(i, other);
        sink.accept(changed);
      }
    }
  }

  private static List<Value> maps(Type element, Value value) {
    if (!(value instanceof Value.MapOf(var entries)) || entries.isEmpty()) {
      return List.of();
    }
    String key = entries.firstKey();
    Value first = entries.getOrDefault(key, Value.Null.NULL);
    List<Value> found = new ArrayList<>(List.of(Value.MapOf.of(Map.of())));
    for (String other : TextSpellings.ofKey(key)) {
      found.add(with(entries, key, other, first));
    }
    for (Value other : of(element, first)) {
      found.add(with(entries, key, key, other));
    }
    return found;
  }

  private static Value with(SortedMap<String, Value> entries, String old, String key, Value value) {
    Map<String, Value> changed = new TreeMap<>(entries);
    changed.remove(old);
    changed.put(key, value);
    return Value.MapOf.of(changed);
  }

  /** Each field in other words, and what is left out written with its default, or as nothing. */
  private static List<Value> objects(Type.ObjectOf type, Value value) {
    if (value instanceof Value.Ref) {
      return type.fields().values().stream()
          .filter(field -> field.type() instanceof Type.Ref)
          .<Value>map(field -> Value.ObjectOf.of(Map.of(field.name(), value)))
          .toList();
    }
    if (!(value instanceof Value.ObjectOf(var fields))
        || !type.fields().keySet().containsAll(fields.keySet())) {
      return List.of();
    }
    List<Value> found = new ArrayList<>();
    type.fields()
        .forEach(
            (name, field) -> {
              Value now = fields.getOrDefault(name, Value.Null.NULL);
              List<Value> others = now.isNull() ? empty(field.type()) : of(field.type(), now);
              others.forEach(it -> found.add(with(fields, name, it)));
            });
    return found;
  }

  private static Value with(SortedMap<String, Value> fields, String name, Value value) {
    Map<String, Value> changed = new TreeMap<>(fields);
    changed.put(name, value);
    return Value.ObjectOf.of(changed);
  }

  /** What is nothing in a type, where something is. */
  static List<Value> empty(Type type) {
    return switch (type) {
      case Type.Maybe(Type inner) -> empty(inner);
      case Type.Refined refined -> empty(refined.base());
      case Type.ListOf _ -> List.of(new Value.ListOf(List.of()));
      case Type.SetOf _ -> List.of(new Value.SetOf(List.of()));
      case Type.MapOf _ -> List.of(Value.MapOf.of(Map.of()));
      case Type.Union(List<Type> members) ->
          members.stream().flatMap(it -> empty(it).stream()).toList();
      case Type.Literal(Value literal, var ignored) -> List.of(literal);
      case Type.Scalar(var kind, var ignored) ->
          TextSpellings.empty(kind).map(List::of).orElse(List.of());
      case Type.ObjectOf _,
          Type.Ref _,
          Type.Composite _,
          Type.Keyed _,
          Type.StateOf _,
          Type.Null _,
          Type.Wrong _ ->
          List.of();
    };
  }
}
