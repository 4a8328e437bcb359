package dev.dvl.engine.diff;

import dev.dvl.compiler.value.Value;
import java.util.Collections;
import java.util.SortedMap;

/** The entries of a map or the fields of an object, whichever a value is. */
final class Entries {
  private Entries() {}

  static SortedMap<String, Value> of(Value value) {
    if (value instanceof Value.MapOf(var entries)) {
      return entries;
    }
    return value instanceof Value.ObjectOf(var fields) ? fields : Collections.emptySortedMap();
  }

  static boolean has(Value value) {
    return value instanceof Value.MapOf || value instanceof Value.ObjectOf;
  }

  static Value get(SortedMap<String, Value> entries, String key) {
    return entries.getOrDefault(key, Value.Null.NULL);
  }
}
