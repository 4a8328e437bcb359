package dev.dvl.vsphere.network;

import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import dev.dvl.vsphere.session.Tree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The blocks of a port group on a standard switch, from its {@code HostNetworkPolicy}. A part that
 * is not there is inherited from the switch.
 */
final class HostPolicyValues {
  private final Map<String, Value> blocks = new TreeMap<>();

  private HostPolicyValues() {}

  static Map<String, Value> of(Tree policy) {
    HostPolicyValues values = new HostPolicyValues();
    policy.at("security").ifPresent(it -> values.block("security", security(it)));
    policy.at("nicTeaming").ifPresent(it -> values.block("teaming", teaming(it)));
    policy.at("shapingPolicy").ifPresent(it -> values.block("shaping", shaping(it)));
    return values.blocks;
  }

  private void block(String name, Map<String, Value> fields) {
    if (!fields.isEmpty()) {
      blocks.put(name, Value.ObjectOf.of(fields));
    }
  }

  private static Map<String, Value> security(Tree read) {
    Map<String, Value> fields = new TreeMap<>();
    truth(read, "allowPromiscuous", "promiscuous", fields);
    truth(read, "macChanges", "mac_changes", fields);
    truth(read, "forgedTransmits", "forged_transmits", fields);
    return fields;
  }

  private static Map<String, Value> teaming(Tree read) {
    Map<String, Value> fields = new TreeMap<>();
    read.text("policy").ifPresent(it -> fields.put("policy", Value.text(it)));
    truth(read, "notifySwitches", "notify_switches", fields);
    read.bool("rollingOrder").ifPresent(it -> fields.put("failback", Value.of(!it)));
    names(read, "activeNic", "active", fields);
    names(read, "standbyNic", "standby", fields);
    return fields;
  }

  private static void names(Tree read, String path, String name, Map<String, Value> fields) {
    List<Value> names =
        read.at("nicOrder").map(order -> order.all(path)).orElse(List.of()).stream()
            .map(it -> Value.text(it.text()))
            .toList();
    if (!names.isEmpty()) {
      fields.put(name, new Value.ListOf(names));
    }
  }

  private static Map<String, Value> shaping(Tree read) {
    Map<String, Value> fields = new TreeMap<>();
    truth(read, "enabled", "enabled", fields);
    number(read, "averageBandwidth", "average", Value::of, fields);
    number(read, "peakBandwidth", "peak", Value::of, fields);
    number(read, "burstSize", "burst", it -> new Value.Quantity(Dimension.SIZE, it), fields);
    return fields;
  }

  private static void truth(Tree read, String path, String name, Map<String, Value> fields) {
    read.bool(path).ifPresent(it -> fields.put(name, Value.of(it)));
  }

  private static void number(
      Tree read, String path, String name, Function<Long, Value> form, Map<String, Value> fields) {
    read.number(path).ifPresent(it -> fields.put(name, form.apply(it)));
  }
}
