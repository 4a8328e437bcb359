package dev.dvl.engine.live;

import dev.dvl.compiler.value.Value;
import java.util.Map;

/** What a host is: its version and what else rules and plans may ask for, by name. */
public record Facts(String version, Map<String, Value> values) {
  public static final Facts NONE = new Facts("", Map.of());

  public Facts {
    values = Map.copyOf(values);
  }

  public Value value(String name) {
    return values.getOrDefault(name, Value.Null.NULL);
  }
}
