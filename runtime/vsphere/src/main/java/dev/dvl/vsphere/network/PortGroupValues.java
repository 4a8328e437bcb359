package dev.dvl.vsphere.network;

import dev.dvl.compiler.value.Value;
import dev.dvl.vsphere.session.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The attributes of a distributed port group, from its {@code DVPortgroupConfigInfo}. */
final class PortGroupValues {
  static final Value.ObjectOf NOTHING_ALLOWED =
      Value.ObjectOf.of(
          Map.of(
              "promiscuous", Value.of(false),
              "mac_changes", Value.of(false),
              "forged_transmits", Value.of(false)));

  private final Tree config;
  private final Map<String, Value> values = new TreeMap<>();

  private PortGroupValues(Tree config) {
    this.config = config;
  }

  static Map<String, Value> of(Tree config) {
    PortGroupValues read = new PortGroupValues(config);
    read.plain();
    config.at("defaultPortConfig").ifPresent(read::ports);
    return read.values;
  }

  /** What is wanted over what is there. */
  static Map<String, Value> under(Tree config, Map<String, Value> wanted) {
    Map<String, Value> all = of(config);
    wanted.forEach(
        (name, value) -> {
          if (!value.isNull()) {
            all.put(name, value);
          }
        });
    return all;
  }

  private void plain() {
    values.put("description", Value.text(config.text("description").orElse("")));
    config
        .text("type")
        .ifPresent(
            it -> values.put("binding", Value.text(it.equals("earlyBinding") ? "static" : it)));
    config.number("numPorts").ifPresent(it -> values.put("ports", Value.of(it)));
    values.put("auto_expand", Value.of(config.bool("autoExpand").orElse(false)));
  }

  private void ports(Tree ports) {
    values.put("blocked", Value.of(ports.bool("blocked.value").orElse(false)));
    values.put("security", security(ports));
    ports.at("vlan").ifPresent(this::vlan);
    ports
        .at("uplinkTeamingPolicy")
        .map(PortGroupValues::teaming)
        .filter(it -> !it.isEmpty())
        .ifPresent(it -> values.put("teaming", Value.ObjectOf.of(it)));
  }

  private void vlan(Tree vlan) {
    List<Tree> ids = vlan.all("vlanId");
    if (vlan.type().endsWith("TrunkVlanSpec")) {
      values.put(
          "vlan_ranges", Value.SetOf.of(ids.stream().map(it -> Value.text(range(it))).toList()));
    } else if (!ids.isEmpty()) {
      vlan.number("vlanId").ifPresent(it -> values.put("vlan", Value.of(it)));
    }
  }

  private static String range(Tree range) {
    String first = range.text("start").orElse("");
    String last = range.text("end").orElse("");
    return first.equals(last) ? first : first + "-" + last;
  }

  private static Value security(Tree ports) {
    Optional<Tree> policy = ports.at("securityPolicy");
    return Value.ObjectOf.of(
        Map.of(
            "promiscuous", allowed(policy, "allowPromiscuous"),
            "mac_changes", allowed(policy, "macChanges"),
            "forged_transmits", allowed(policy, "forgedTransmits")));
  }

  private static Value allowed(Optional<Tree> policy, String name) {
    return Value.of(policy.flatMap(it -> it.bool(name + ".value")).orElse(false));
  }

  /** Only what is not inherited from the switch. */
  private static Map<String, Value> teaming(Tree policy) {
    Map<String, Value> fields = new TreeMap<>();
    own(policy, "policy")
        .flatMap(it -> it.text("value"))
        .ifPresent(it -> fields.put("policy", Value.text(it)));
    own(policy, "notifySwitches")
        .flatMap(it -> it.bool("value"))
        .ifPresent(it -> fields.put("notify_switches", Value.of(it)));
    own(policy, "rollingOrder")
        .flatMap(it -> it.bool("value"))
        .ifPresent(it -> fields.put("failback", Value.of(!it)));
    own(policy, "uplinkPortOrder")
        .ifPresent(
            order -> {
              names(order, "activeUplinkPort", "active", fields);
              names(order, "standbyUplinkPort", "standby", fields);
            });
    return fields;
  }

  private static Optional<Tree> own(Tree policy, String name) {
    return policy.at(name).filter(it -> !it.bool("inherited").orElse(false));
  }

  private static void names(Tree order, String path, String name, Map<String, Value> fields) {
    List<Value> names = order.all(path).stream().map(it -> Value.text(it.text())).toList();
    if (!names.isEmpty()) {
      fields.put(name, new Value.ListOf(names));
    }
  }
}
