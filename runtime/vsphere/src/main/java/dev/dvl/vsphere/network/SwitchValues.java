package dev.dvl.vsphere.network;

import dev.dvl.compiler.value.Value;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The attributes of a distributed switch, from its {@code VMwareDVSConfigInfo}. */
record SwitchValues(Catalog catalog, Tree config) {

  Map<String, Value> all() {
    Map<String, Value> values = new TreeMap<>();
    values.put("description", Value.text(config.text("description").orElse("")));
    values.put("contact_name", Value.text(config.text("contact.name").orElse("")));
    values.put("contact", Value.text(config.text("contact.contact").orElse("")));
    text("productInfo.version", "version", values);
    text("linkDiscoveryProtocolConfig.protocol", "discovery", values);
    text("linkDiscoveryProtocolConfig.operation", "discovery_operation", values);
    config.number("maxMtu").ifPresent(it -> values.put("mtu", Value.of(it)));
    values.put("uplinks", new Value.ListOf(uplinks()));
    values.put("members", Value.SetOf.of(members()));
    return values;
  }

  private void text(String path, String name, Map<String, Value> values) {
    config.text(path).ifPresent(it -> values.put(name, Value.text(it)));
  }

  private List<Value> uplinks() {
    return config
        .at("uplinkPortPolicy")
        .map(it -> it.all("uplinkPortName"))
        .orElse(List.of())
        .stream()
        .map(it -> Value.text(it.text()))
        .toList();
  }

  private List<Value> members() {
    List<Value> members = new ArrayList<>();
    for (Tree member : config.all("host")) {
      host(member)
          .flatMap(catalog::at)
          .map(Entry::name)
          .map(
              name ->
                  Map.of("esxi", Value.text(name), "devices", new Value.ListOf(devices(member))))
          .map(Value.ObjectOf::of)
          .ifPresent(members::add);
    }
    return members;
  }

  static Optional<Ref> host(Tree member) {
    return member.ref("config.host");
  }

  private static List<Value> devices(Tree member) {
    return member.at("config.backing").map(it -> it.all("pnicSpec")).orElse(List.of()).stream()
        .flatMap(it -> it.text("pnicDevice").stream())
        .map(Value::text)
        .toList();
  }
}
