package dev.dvl.engine.live;

import dev.dvl.compiler.value.Value;
import java.util.Map;

/**
 * What a host is: its version and what else rules and plans may ask for, by name.
 *
 * @param server what tells the server behind it from all others: two hosts with the same lead to
 *     one server; empty where nothing does
 * @param values what the defaults and conditions of kinds may read
 * @param outputs what programs may read: the same, but where a host plays several kinds of hosts
 */
public record Facts(
    String version, String server, Map<String, Value> values, Map<String, Value> outputs) {
  public static final Facts NONE = new Facts("", "", Map.of());

  public Facts {
    values = Map.copyOf(values);
    outputs = Map.copyOf(outputs);
  }

  /** Of a host whose outputs are its facts. */
  public Facts(String version, String server, Map<String, Value> values) {
    this(version, server, values, values);
  }

  public Value value(String name) {
    return values.getOrDefault(name, Value.Null.NULL);
  }

  public Value output(String name) {
    return outputs.getOrDefault(name, Value.Null.NULL);
  }
}
