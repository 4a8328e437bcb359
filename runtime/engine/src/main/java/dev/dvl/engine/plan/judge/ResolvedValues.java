package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.value.Value;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts values that only the outside world tells beside those that the program sets. */
final class ResolvedValues {
  private ResolvedValues() {}

  static SortedMap<String, Value> into(Map<String, Value> set, Map<String, Value> resolved) {
    SortedMap<String, Value> all = new TreeMap<>(set);
    resolved.forEach((name, value) -> put(all, name, value));
    return all;
  }

  /**
   * A name with a dot is that of an attribute inside a block; a block that is not there gets none.
   */
  private static void put(SortedMap<String, Value> all, String name, Value value) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      all.put(name, value);
      return;
    }
    String block = name.substring(0, dot);
    if (all.get(block) instanceof Value.ObjectOf(var fields)) {
      SortedMap<String, Value> more = new TreeMap<>(fields);
      more.put(name.substring(dot + 1), value);
      all.put(block, Value.ObjectOf.of(more));
    }
  }
}
