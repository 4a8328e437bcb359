package dev.dvl.docker.table;

import static dev.dvl.docker.table.Rows.network;
import static dev.dvl.docker.table.Rows.volume;

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
            .with("options = { parent = \"dvl-test0\" }"),
        network(
                "options",
                "options = { \"com.docker.network.driver.mtu\" = \"1400\" }",
                "{'Options': {'com.docker.network.driver.mtu': '1300'}}")
            .shows("options[\"com.docker.network.driver.mtu\"]"),
        network("internal", "internal = true", "{'Internal': false}"),
        network("attachable", "attachable = true", "{'Attachable': false}"),
        network("ipv6", "ipv6 = true", "{'EnableIPv6': false}")
            .base("subnets = [{ subnet = \"10.213.66.0/24\" }, { subnet = \"fd00:d71:2::/64\" }]"),
        network("ipam_options", "ipam_options = { a = \"b\" }", "{'IPAM': {'Options': {'a': 'c'}}}")
            .shows("ipam_options[\"a\"]"),
        network("labels", "labels = { a = \"b\" }", "{'Labels': {'a': 'c'}}")
            .shows("labels[\"a\"]"));
  }

  private static List<Row> subnets() {
    return List.of(
        subnet("", 67, "", "{'Subnet': '10.213.68.0/24'}")
            .seen("subnets[\"10.213.67.0/24\"]", "subnets[\"10.213.68.0/24\"]"),
        subnet(
                "gateway",
                69,
                ", gateway = \"10.213.69.9\"",
                "{'Subnet': '10.213.69.0/24', 'Gateway': '10.213.69.8'}")
            .seen("subnets[\"10.213.69.0/24\"].gateway"),
        subnet(
                "range",
                70,
                ", range = \"10.213.70.64/26\"",
                "{'Subnet': '10.213.70.0/24', 'IPRange': '10.213.70.128/26'}")
            .seen("subnets[\"10.213.70.0/24\"].range"),
        subnet(
                "reserved",
                71,
                ", reserved = { nas = \"10.213.71.7\" }",
                "{'Subnet': '10.213.71.0/24', 'AuxiliaryAddresses': {'nas': '10.213.71.8'}}")
            .seen("subnets[\"10.213.71.0/24\"].reserved[\"nas\"]"));
  }

  private static Row subnet(String name, int third, String more, String differing) {
    Row row =
        network(
                "subnets",
                "subnets = [{ subnet = \"10.213." + third + ".0/24\"" + more + " }]",
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
}
