package dev.dvl.sandbox;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.diff.SecretPlaces;
import dev.dvl.engine.json.JsonTree;
import dev.dvl.engine.json.ValueReader;
import dev.dvl.engine.json.ValueWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Values with their secrets still as terms. The sandbox keeps these in place of the values it was
 * sent, so that no secret rests in its file.
 */
final class Template {
  private Template() {}

  /** The template as text, which passes through an op unfilled; empty where there is no secret. */
  static Optional<String> of(SortedMap<String, Value> values) {
    Value all = Value.ObjectOf.of(values);
    return SecretPlaces.isSecret(all) ? Optional.of(ValueWriter.text(all)) : Optional.empty();
  }

  /** {@code filled}, with terms wherever the template has a secret. */
  static Value closed(String template, Value filled) {
    try {
      return closed(ValueReader.value(JsonTree.read(template)), filled);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Value closed(Value template, Value filled) {
    if (!SecretPlaces.isSecret(template)) {
      return filled;
    }
    if (template instanceof Value.MapOf(var raw) && filled instanceof Value.MapOf(var entries)) {
      return Value.MapOf.of(closed(raw, entries));
    }
    if (template instanceof Value.ObjectOf(var raw)
        && filled instanceof Value.ObjectOf(var fields)) {
      return Value.ObjectOf.of(closed(raw, fields));
    }
    if (template instanceof Value.ListOf(var raw)
        && filled instanceof Value.ListOf(var elements)
        && raw.size() == elements.size()) {
      List<Value> all = new ArrayList<>();
      for (int i = 0; i < raw.size(); i++) {
        all.add(closed(raw.get(i), elements.get(i)));
      }
      return new Value.ListOf(all);
    }
    return template;
  }

  private static Map<String, Value> closed(
      SortedMap<String, Value> raw, SortedMap<String, Value> filled) {
    Map<String, Value> all = new TreeMap<>();
    filled.forEach(
        (key, value) -> all.put(key, closed(raw.getOrDefault(key, Value.Null.NULL), value)));
    return all;
  }
}
