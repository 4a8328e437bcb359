package dev.dvl.docker.network;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import dev.dvl.stdlib.SubnetPart;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a network's entry in a list, or its inspection, shows. */
public final class Network {
  private Network() {}

  public static ShownValues show(Json network) {
    ShownValues shown = new ShownValues();
    shown.put("name", Value.text(network.at("Name").text()), Value.Null.NULL);
    shown.put("driver", Value.text(network.at("Driver").text()), Value.text("bridge"));
    shown.put("options", Codec.map(network.at("Options")), none());
    shown.put("internal", flag(network, "Internal"), Value.of(false));
    shown.put("attachable", flag(network, "Attachable"), Value.of(false));
    shown.put("ipv6", flag(network, "EnableIPv6"), Value.of(false));
    shown.put("labels", Codec.labels(network.at("Labels")), none());
    String driver = network.at("IPAM", "Driver").text();
    shown.put(
        "ipam_driver", Value.text(driver.isEmpty() ? "default" : driver), Value.text("default"));
    shown.put("ipam_options", Codec.map(network.at("IPAM", "Options")), none());
    List<Json> subnets = network.at("IPAM", "Config").elements();
    shown.values().put("subnets", Value.SetOf.of(subnets.stream().map(Network::subnet).toList()));
    shown.output("id", Codec.text(network.at("Id").text()));
    shown.output("name", Codec.text(network.at("Name").text()));
    if (!subnets.isEmpty()) {
      shown.output("subnet", Codec.text(subnets.getFirst().at("Subnet").text()));
      shown.output("gateway", Codec.text(subnets.getFirst().at("Gateway").text()));
    }
    return shown;
  }

  /** A gateway that the engine would take anyway is left out. */
  public static SortedMap<String, Value> canonical(SortedMap<String, Value> values) {
    SortedMap<String, Value> canonical = new TreeMap<>(values);
    if (values.get("subnets") instanceof Value.SetOf(List<Value> subnets)) {
      canonical.put("subnets", Value.SetOf.of(subnets.stream().map(Network::plain).toList()));
    }
    return canonical;
  }

  private static Value plain(Value subnet) {
    if (!(subnet instanceof Value.ObjectOf(var fields))) {
      return subnet;
    }
    SubnetPart part = SubnetPart.of(subnet);
    Map<String, Value> plain = new TreeMap<>(fields);
    if (isFirst(part.gateway().orElse(""), part.subnet().orElse(""))) {
      plain.remove("gateway");
    }
    return Value.ObjectOf.of(plain);
  }

  private static Value subnet(Json config) {
    String subnet = config.at("Subnet").text();
    String gateway = config.at("Gateway").text();
    Map<String, Value> fields = new TreeMap<>();
    fields.put("subnet", Value.text(subnet));
    fields.put("gateway", isFirst(gateway, subnet) ? Value.Null.NULL : Codec.text(gateway));
    fields.put("range", Codec.text(config.at("IPRange").text()));
    Value reserved = Codec.map(config.at("AuxiliaryAddresses"));
    fields.put("reserved", reserved.equals(none()) ? Value.Null.NULL : reserved);
    return Value.ObjectOf.of(fields);
  }

  /** Whether an address is the one behind the subnet's own: {@code 10.1.0.1} of 10.1.0.0/24. */
  private static boolean isFirst(String address, String subnet) {
    int slash = subnet.indexOf('/');
    if (slash < 0 || address.isEmpty()) {
      return false;
    }
    String base = subnet.substring(0, slash);
    if (base.endsWith("::")) {
      return address.equals(base + "1");
    }
    int dot = base.lastIndexOf('.');
    return dot > 0
        && base.substring(dot + 1).matches("[0-9]{1,3}")
        && address.equals(
            base.substring(0, dot + 1) + (Integer.parseInt(base.substring(dot + 1)) + 1));
  }

  private static Value flag(Json network, String name) {
    return Value.of(network.at(name).isTrue());
  }

  private static Value none() {
    return Value.MapOf.of(Map.of());
  }
}
