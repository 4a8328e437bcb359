package dev.dvl.docker.network;

import dev.dvl.compiler.eval.Cidr;
import dev.dvl.compiler.eval.IpAddress;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.stamp.StampLabels;
import dev.dvl.docker.wire.Json;
import dev.dvl.stdlib.NetworkAttribute;
import dev.dvl.stdlib.SubnetAttribute;
import dev.dvl.stdlib.SubnetPart;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a network's entry in a list, or its inspection, shows. */
public final class Network {
  private static final String VXLAN_IDS = "com.docker.network.driver.overlay.vxlanid_list";

  private Network() {}

  public static ShownValues show(Json network) {
    ShownValues shown = new ShownValues();
    shown.put("name", Value.text(network.at("Name").text()), Value.Null.NULL);
    shown.put("driver", Value.text(network.at("Driver").text()), Value.text("bridge"));
    shown.put("options", Codec.map(options(network)), none());
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

  /** Without the engine's own note, in overlay networks, unless that was asked for. */
  private static Json options(Json network) {
    boolean asked =
        StampLabels.read(NetworkKind.NAME, network.at("Labels").textFields())
            .filter(
                it ->
                    it.names()
                        .contains(NetworkAttribute.OPTIONS.path().entry(VXLAN_IDS).toString()))
            .isPresent();
    Map<String, Json> options = new TreeMap<>(network.at("Options").fields());
    if (!asked) {
      options.remove(VXLAN_IDS);
    }
    return new Json.Obj(options);
  }

  /** A gateway that the engine would take anyway is left out. */
  public static SortedMap<String, Value> canonical(SortedMap<String, Value> values) {
    SortedMap<String, Value> canonical = new TreeMap<>(values);
    if (values.get(NetworkAttribute.SUBNETS.word()) instanceof Value.SetOf(List<Value> subnets)) {
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
    part.subnet().known().ifPresent(it -> plain.put("subnet", Value.text(Codec.range(it))));
    part.range().known().ifPresent(it -> plain.put("range", Value.text(Codec.range(it))));
    part.gateway().known().ifPresent(it -> plain.put("gateway", Value.text(Codec.address(it))));
    plain.computeIfPresent(
        SubnetAttribute.RESERVED.word(), (name, reserved) -> addresses(reserved));
    if (isUsual(part.gateway().orElse(""), part.subnet().orElse(""), part.range().orElse(""))) {
      plain.remove(SubnetAttribute.GATEWAY.word());
    }
    return Value.ObjectOf.of(plain);
  }

  /** A map without entries is none. */
  private static Value addresses(Value reserved) {
    return reserved.equals(none())
        ? Value.Null.NULL
        : reserved.map(
            leaf ->
                leaf instanceof Value.Text(String text) ? Value.text(Codec.address(text)) : leaf);
  }

  private static Value subnet(Json config) {
    String subnet = config.at("Subnet").text();
    String gateway = config.at("Gateway").text();
    String range = config.at("IPRange").text();
    Map<String, Value> fields = new TreeMap<>();
    fields.put("subnet", Value.text(Codec.range(subnet)));
    fields.put(
        "gateway",
        isUsual(gateway, subnet, range) ? Value.Null.NULL : Codec.text(Codec.address(gateway)));
    fields.put("range", Codec.text(Codec.range(range)));
    fields.put("reserved", addresses(Codec.map(config.at("AuxiliaryAddresses"))));
    return Value.ObjectOf.of(fields);
  }

  /**
   * Whether an address is the gateway that the engine takes unasked: the first of the range that it
   * gives addresses from, where that is not the subnet's own: {@code 10.1.0.1} of 10.1.0.0/24.
   */
  private static boolean isUsual(String gateway, String subnet, String range) {
    Optional<Cidr> whole = Cidr.read(subnet);
    Optional<IpAddress> first = Cidr.read(range).or(() -> whole).map(Cidr::first);
    return first
        .map(it -> whole.map(Cidr::first).equals(first) ? next(it) : it)
        .equals(IpAddress.read(gateway));
  }

  private static IpAddress next(IpAddress address) {
    return new IpAddress(address.bits(), address.number().add(BigInteger.ONE));
  }

  private static Value flag(Json network, String name) {
    return Value.of(network.at(name).isTrue());
  }

  private static Value none() {
    return Value.MapOf.of(Map.of());
  }
}
