package dev.dvl.vsphere.tag;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Ref;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tag or a category as the server shows it.
 *
 * @param name how a program would write it: {@code category/name} for a tag
 */
record Label(String id, String name, Map<String, Value> values) {
  Label {
    values = Map.copyOf(values);
  }

  Ref ref(String kind) {
    return new Ref(kind, id, name);
  }

  TreeMap<String, Value> outputs() {
    return new TreeMap<>(Map.of("id", Value.text(id)));
  }
}
