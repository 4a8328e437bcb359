package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.Arguments.function;

import dev.dvl.compiler.value.Texts;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Functions over maps and objects. */
final class MapFunctions {
  private MapFunctions() {}

  static final Map<String, Function> FUNCTIONS =
      Map.ofEntries(
          Map.entry(
              "values", function(it -> new Value.ListOf(List.copyOf(it.entries(0).values())))),
          Map.entry("merge", function(MapFunctions::merge)),
          Map.entry("lookup", function(it -> it.entries(0).getOrDefault(it.text(1), it.at(2)))),
          Map.entry("entries", function(MapFunctions::entries)),
          Map.entry("from_entries", function(MapFunctions::fromEntries)),
          Map.entry("zip_map", function(MapFunctions::zipMap)),
          Map.entry("invert", function(MapFunctions::invert)),
          Map.entry("pick", function(MapFunctions::pick)),
          Map.entry("omit", function(MapFunctions::omit)));

  private static Value merge(Arguments it) throws EvaluationProblem {
    Map<String, Value> merged = new TreeMap<>();
    for (int i = 0; i < it.values().size(); i++) {
      merged.putAll(it.entries(i));
    }
    return Value.MapOf.of(merged);
  }

  private static Value entries(Arguments it) throws EvaluationProblem {
    List<Value> entries = new ArrayList<>();
    it.entries(0)
        .forEach(
            (key, value) ->
                entries.add(Value.ObjectOf.of(Map.of("key", Value.text(key), "value", value))));
    return new Value.ListOf(entries);
  }

  private static Value fromEntries(Arguments it) throws EvaluationProblem {
    Map<String, Value> entries = new TreeMap<>();
    for (Value element : it.elements(0)) {
      SortedMap<String, Value> entry = new Arguments(List.of(element)).entries(0);
      String key = new Arguments(List.of(entry.getOrDefault("key", Value.Null.NULL))).text(0);
      add(entries, key, entry.getOrDefault("value", Value.Null.NULL));
    }
    return Value.MapOf.of(entries);
  }

  private static Value zipMap(Arguments it) throws EvaluationProblem {
    List<Value> keys = it.elements(0);
    List<Value> values = it.elements(1);
    CollectionFunctions.checkAlike(keys, values);
    Map<String, Value> entries = new TreeMap<>();
    for (int i = 0; i < keys.size(); i++) {
      add(entries, new Arguments(keys).text(i), values.get(i));
    }
    return Value.MapOf.of(entries);
  }

  private static Value invert(Arguments it) throws EvaluationProblem {
    Map<String, Value> inverted = new TreeMap<>();
    for (Map.Entry<String, Value> entry : it.entries(0).entrySet()) {
      String key = new Arguments(List.of(entry.getValue())).text(0);
      add(inverted, key, Value.text(entry.getKey()));
    }
    return Value.MapOf.of(inverted);
  }

  private static void add(Map<String, Value> entries, String key, Value value)
      throws EvaluationProblem {
    if (entries.put(key, value) != null) {
      throw new EvaluationProblem("the key " + Texts.quoted(key) + " is there twice");
    }
  }

  private static Value pick(Arguments it) throws EvaluationProblem {
    Map<String, Value> picked = new TreeMap<>();
    for (String key : texts(it.elements(1))) {
      picked.put(key, Structure.index(it.at(0), Value.text(key)));
    }
    return Value.MapOf.of(picked);
  }

  private static Value omit(Arguments it) throws EvaluationProblem {
    Map<String, Value> left = new TreeMap<>(it.entries(0));
    texts(it.elements(1)).forEach(left::remove);
    return Value.MapOf.of(left);
  }

  private static List<String> texts(List<Value> values) throws EvaluationProblem {
    List<String> texts = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      texts.add(new Arguments(values).text(i));
    }
    return texts;
  }
}
