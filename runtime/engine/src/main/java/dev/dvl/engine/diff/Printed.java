package dev.dvl.engine.diff;

import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The parts of a value that each have a fingerprint of their own: the entries of a map, so that a
 * plan can say which of them differs; otherwise the whole.
 */
public final class Printed {
  private Printed() {}

  public static SortedMap<Path, Value> parts(Path path, Value value) {
    if (value.isNull()) {
      return Collections.emptySortedMap();
    }
    SortedMap<Path, Value> parts = new TreeMap<>();
    if (value instanceof Value.MapOf(var entries)) {
      entries.forEach((key, entry) -> parts.put(path.entry(key), entry));
    } else {
      parts.put(path, value);
    }
    return parts;
  }

  /** Whether a fingerprint stands for a part of what is at a path. */
  static boolean isPart(String name, Path path) {
    return name.equals(path.toString()) || name.startsWith(path + "[");
  }
}
