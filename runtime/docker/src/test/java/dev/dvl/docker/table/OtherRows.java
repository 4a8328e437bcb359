package dev.dvl.docker.table;

import static dev.dvl.docker.table.Rows.network;
import static dev.dvl.docker.table.Rows.volume;

import dev.dvl.docker.Peers;
import java.util.List;
import java.util.stream.Stream;

/** The attributes of {@code network} and {@code volume}. */
final class OtherRows {
  private OtherRows() {}

  static Stream<Row> all(String prefix) {
    return Stream.of(networks(prefix), subnets(), volumes(prefix)).flatMap(List::stream);
  }

  private static List<Row> networks(String prefix) {
    return List.of(
        network("name", "name = \"" + prefix + "-n\"", "{'Name': '" + prefix + "-n2'}"),
        network("driver", "driver = \"macvlan\"", "{'Driver': 'bridge'}")
            .with("options = { parent = \"" + Peers.device() + "\" }"),
        network(
                "options",
                "options = { \"com.docker.network.driver.mtu\" = \"1400\" }",
                "{'Options': {'com.docker.network.driver.mtu': '1300'}}")
            .shows("options[\"com.docker.network.driver.mtu\"]"),
        network("internal", "internal = true", "{'Internal': false}"),
        network("attachable", "attachable = true", "{'Attachable': false}"),
        network("ipv6", "ipv6 = true", "{'EnableIPv6': false}")
            .base(
                "subnets = [{ subnet = \""
                    + net()
                    + ".66.0/24\" }, { subnet = \"fd00:d71:2::/64\" }]"),
        network("ipam_options", "ipam_options = { a = \"b\" }", "{'IPAM': {'Options': {'a': 'c'}}}")
            .shows("ipam_options[\"a\"]"),
        network("labels", "labels = { a = \"b\" }", "{'Labels': {'a': 'c'}}")
            .shows("labels[\"a\"]"));
  }

  private static List<Row> subnets() {
    return List.of(
        onlyIpv6(),
        subnet("", 67, "", "{'Subnet': '" + net() + ".68.0/24'}")
            .seen("subnets[\"" + net() + ".67.0/24\"]", "subnets[\"" + net() + ".68.0/24\"]"),
        subnet(
                "gateway",
                69,
                ", gateway = \"" + net() + ".69.9\"",
                "{'Subnet': '" + net() + ".69.0/24', 'Gateway': '" + net() + ".69.8'}")
            .seen("subnets[\"" + net() + ".69.0/24\"].gateway"),
        subnet(
                "range",
                70,
                ", range = \"" + net() + ".70.64/26\"",
                "{'Subnet': '" + net() + ".70.0/24', 'IPRange': '" + net() + ".70.128/26'}")
            .seen("subnets[\"" + net() + ".70.0/24\"].range"),
        subnet(
                "reserved",
                71,
                ", reserved = { nas = \"" + net() + ".71.7\" }",
                "{'Subnet': '"
                    + net()
                    + ".71.0/24', 'AuxiliaryAddresses': {'nas': '"
                    + net()
                    + ".71.8'}}")
            .seen("subnets[\"" + net() + ".71.0/24\"].reserved[\"nas\"]"));
  }

  /** Beside a subnet of IPv6 alone stands one that the engine picks. */
  private static Row onlyIpv6() {
    return network(
            "subnets",
            "ipv6 = true\nsubnets = [{ subnet = \"fd00:d71:3::/64\" }]",
            "{'IPAM': {'Config': [{'Subnet': 'fd00:d71:4::/64'}]}}")
        .named("only6")
        .seen("subnets[\"fd00:d71:3::/64\"]", "subnets[\"fd00:d71:4::/64\"]")
        .gone("ipv6");
  }

  private static Row subnet(String name, int third, String more, String differing) {
    Row row =
        network(
                "subnets",
                "subnets = [{ subnet = \"" + net() + "." + third + ".0/24\"" + more + " }]",
                "{'IPAM': {'Config': [" + differing + "]}}")
            .stays();
    return name.isEmpty() ? row : row.named(name);
  }

  private static List<Row> volumes(String prefix) {
    return List.of(
        volume("name", "name = \"" + prefix + "-v\"", "{'Name': '" + prefix + "-v2'}"),
        volume(
                "options",
                "options = { type = \"tmpfs\", device = \"tmpfs\", o = \"size=1m\" }",
                "{'DriverOpts': {'o': 'size=2m'}}")
            .seen("options[\"o\"]")
            .gone("options[\"device\"]", "options[\"o\"]", "options[\"type\"]"),
        volume("labels", "labels = { a = \"b\" }", "{'Labels': {'a': 'c'}}")
            .shows("labels[\"a\"]"));
  }

  private static String net() {
    return Peers.net();
  }
}
