package dev.dvl.compiler.eval;

import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Texts;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Ways into a value: {@code a.b}, {@code a[i]}, their optional forms, {@code a[*]}, {@code len(a)},
 * {@code keys(a)}, and in rules of kinds {@code fields(a, "b")}. They work on collections of which
 * some leaves are not known yet.
 */
public final class Structure {
  private static final int MOST_KEYS_NAMED = 8;

  private Structure() {}

  static final Map<String, Function> FUNCTIONS =
      Map.of(
          "field", values -> field(values.get(0), text(values.get(1))),
          "safe_field",
              values ->
                  values.get(0).isNull()
                      ? Value.Null.NULL
                      : field(values.get(0), text(values.get(1))),
          "index", values -> index(values.get(0), values.get(1)),
          "safe_index", values -> find(values.get(0), values.get(1)),
          "fields", values -> fields(values.get(0), text(values.get(1))),
          "splat", values -> splat(values.get(0)),
          "keys", values -> Arguments.texts(new Arguments(values).entries(0).keySet()),
          "len", values -> Value.of(len(values.get(0))));

  /** A field of an object or an entry of a map; null where the object does not set it. */
  public static Value field(Value target, String name) throws EvaluationProblem {
    return switch (target) {
      case Value.ObjectOf object -> object.field(name);
      case Value.MapOf(var entries) -> entry(entries, name);
      case Value.Null ignored ->
          throw new EvaluationProblem("this is null and has no `" + name + "`");
      case Value other ->
          throw new EvaluationProblem(ValueText.kind(other) + " has no `" + name + "`");
    };
  }

  /** An element by position, or an entry by key; a problem where there is none. */
  public static Value index(Value target, Value at) throws EvaluationProblem {
    return switch (target) {
      case Value.ListOf(var elements) -> element(elements, whole(at));
      case Value.MapOf(var entries) -> entry(entries, text(at));
      case Value.ObjectOf(var fields) -> entry(fields, text(at));
      case Value.Null ignored -> throw new EvaluationProblem("this is null and has no elements");
      case Value other -> throw new EvaluationProblem(ValueText.kind(other) + " has no elements");
    };
  }

  /** As {@link #index}, but null where there is none. */
  public static Value find(Value target, Value at) throws EvaluationProblem {
    return switch (target) {
      case Value.ListOf(var elements) -> {
        long index = whole(at);
        yield index >= 0 && index < elements.size() ? elements.get((int) index) : Value.Null.NULL;
      }
      case Value.MapOf(var entries) -> entries.getOrDefault(text(at), Value.Null.NULL);
      case Value.ObjectOf(var fields) -> fields.getOrDefault(text(at), Value.Null.NULL);
      case Value.Null ignored -> Value.Null.NULL;
      case Value ignored -> index(target, at);
    };
  }

  /** That field of each element of a list or set. */
  private static Value fields(Value target, String name) throws EvaluationProblem {
    List<Value> fields = new ArrayList<>();
    for (Value element : new Arguments(List.of(target)).elements(0)) {
      fields.add(
          element instanceof Value.Deferred(Term later)
              ? new Value.Deferred(Term.call("safe_field", later, Term.literal(Value.text(name))))
              : element instanceof Value.ObjectOf object ? object.field(name) : Value.Null.NULL);
    }
    return new Value.ListOf(fields);
  }

  static Value splat(Value target) throws EvaluationProblem {
    return switch (target) {
      case Value.ListOf ignored -> target;
      case Value.SetOf(var elements) -> new Value.ListOf(elements);
      case Value.MapOf(var entries) -> new Value.ListOf(List.copyOf(entries.values()));
      case Value other -> throw new EvaluationProblem(ValueText.kind(other) + " has no elements");
    };
  }

  static long len(Value value) throws EvaluationProblem {
    return switch (value) {
      case Value.Text(String text) -> text.codePointCount(0, text.length());
      case Value.ListOf(var elements) -> elements.size();
      case Value.SetOf(var elements) -> elements.size();
      case Value.MapOf(var entries) -> entries.size();
      case Value other -> throw new EvaluationProblem(ValueText.kind(other) + " has no length");
    };
  }

  private static Value element(List<Value> elements, long index) throws EvaluationProblem {
    if (index < 0 || index >= elements.size()) {
      String there =
          elements.isEmpty()
              ? "the list is empty"
              : "the list has elements 0 to " + (elements.size() - 1);
      throw new EvaluationProblem("there is no element " + index + ": " + there);
    }
    return elements.get((int) index);
  }

  private static Value entry(SortedMap<String, Value> entries, String key)
      throws EvaluationProblem {
    Value found = entries.get(key);
    if (found == null) {
      throw new EvaluationProblem("there is no entry " + Texts.quoted(key) + ": " + keys(entries));
    }
    return found;
  }

  private static String keys(SortedMap<String, Value> entries) {
    if (entries.isEmpty()) {
      return "the map is empty";
    }
    String named =
        entries.keySet().stream()
            .limit(MOST_KEYS_NAMED)
            .map(Texts::quoted)
            .collect(Collectors.joining(", "));
    return "the keys are " + named + (entries.size() > MOST_KEYS_NAMED ? ", …" : "");
  }

  private static String text(Value value) throws EvaluationProblem {
    return new Arguments(List.of(value)).text(0);
  }

  private static long whole(Value value) throws EvaluationProblem {
    return new Arguments(List.of(value)).whole(0);
  }
}
