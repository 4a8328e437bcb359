package dev.dvl.vsphere.table;

import dev.dvl.vsphere.lab.Stranger;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.spec.NetworkPolicy;
import dev.dvl.vsphere.session.spec.NetworkPolicy.Range;
import dev.dvl.vsphere.session.spec.NetworkPolicy.Single;
import dev.dvl.vsphere.session.spec.NetworkPolicy.Teaming;
import dev.dvl.vsphere.session.spec.NetworkPolicy.Trunk;
import dev.dvl.vsphere.session.spec.NetworkPolicy.Vlan;
import dev.dvl.vsphere.session.spec.PortGroupSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Distributed switches and their port groups. */
final class DistributedRows {
  private static final String GROUP = "distributed_port_group";

  private DistributedRows() {}

  static List<Row> all() {
    return Stream.concat(switches().stream(), groups().stream()).toList();
  }

  /** Nothing can be tried: a switch is finished by being renamed. */
  private static List<Row> switches() {
    return Stream.of(
            "name",
            "description",
            "version",
            "uplinks",
            "mtu",
            "discovery",
            "discovery_operation",
            "contact_name",
            "contact",
            "members")
        .map(path -> Row.of("distributed_switch", path, "", Row.Outside.NONE))
        .map(row -> row.quirk("Distributed switches"))
        .toList();
  }

  private static List<Row> groups() {
    return List.of(
        PlaceRows.renamed(GROUP, "DistributedVirtualPortgroup").base("switch = \"DVS0\""),
        Row.of(GROUP, "switch", "", Row.Outside.NONE),
        group("description", "description = \"ours\"", ports("theirs", "earlyBinding", 8, true)),
        group("binding", "binding = \"ephemeral\"", ports("", "earlyBinding", 0, true))
            .gone("binding", "ports"),
        group("ports", "ports = 16", ports("", "earlyBinding", 24, true)),
        group("auto_expand", "auto_expand = false", ports("", "earlyBinding", 8, true)),
        group("vlan", "vlan = 42", new Single(43)),
        group("vlan_ranges", "vlan_ranges = [\"10\", \"100-199\"]", trunk())
            .gone("vlan", "vlan_ranges"),
        group("blocked", "blocked = true", policy(new Single(0), false, false, false, false)),
        group("security.promiscuous", "security { promiscuous = true }", new Single(0)),
        group("security.mac_changes", "security { mac_changes = true }", new Single(0)),
        group("security.forged_transmits", "security { forged_transmits = true }", new Single(0)),
        teaming("policy", "\"loadbalance_ip\"", team("failover_explicit", List.of(), List.of())),
        teaming("active", "[\"up1\"]", team("", List.of("up2"), List.of())),
        teaming("standby", "[\"up1\"]", team("", List.of(), List.of("up2"))),
        teaming("notify_switches", "true", flags(Optional.of(false), Optional.empty())),
        teaming("failback", "true", flags(Optional.empty(), Optional.of(false))));
  }

  private static Vlan trunk() {
    return new Trunk(List.of(new Range(10, 10), new Range(100, 198)));
  }

  private static Row teaming(String field, String value, Teaming outside) {
    NetworkPolicy policy =
        new NetworkPolicy(
            Optional.of(new Single(0)),
            Optional.of(false),
            Optional.of(false),
            Optional.of(false),
            Optional.of(outside),
            Optional.empty(),
            Optional.empty(),
            Optional.of(false));
    return group("teaming." + field, "teaming { " + field + " = " + value + " }", policy)
        .gone("teaming");
  }

  private static Teaming team(String policy, List<String> active, List<String> standby) {
    return new Teaming(
        Optional.of(policy).filter(it -> !it.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        active,
        standby);
  }

  private static Teaming flags(Optional<Boolean> notify, Optional<Boolean> failback) {
    return new Teaming(Optional.empty(), notify, failback, Optional.empty(), List.of(), List.of());
  }

  private static Row group(String path, String line, Vlan vlan) {
    return group(path, line, policy(vlan, false, false, false, false));
  }

  private static Row group(String path, String line, NetworkPolicy policy) {
    return group(path, line, spec("", "earlyBinding", 8, true, policy));
  }

  private static Row group(String path, String line, PortGroupSpec spec) {
    return Row.of(GROUP, path, line, (stranger, name) -> reconfigure(stranger, name, spec))
        .with("switch = \"DVS0\"");
  }

  private static PortGroupSpec ports(String description, String type, int ports, boolean expand) {
    return spec(
        description, type, ports, expand, policy(new Single(0), false, false, false, false));
  }

  private static PortGroupSpec spec(
      String description, String type, int ports, boolean expand, NetworkPolicy policy) {
    return new PortGroupSpec(
        "",
        Optional.of(type),
        Optional.of(ports),
        Optional.of(expand),
        Optional.of(description),
        policy,
        Optional.empty());
  }

  private static NetworkPolicy policy(
      Vlan vlan, boolean promiscuous, boolean mac, boolean forged, boolean blocked) {
    return new NetworkPolicy(
        Optional.of(vlan),
        Optional.of(promiscuous),
        Optional.of(mac),
        Optional.of(forged),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(blocked));
  }

  private static void reconfigure(Stranger stranger, String name, PortGroupSpec spec)
      throws Exception {
    Ref group = stranger.called("DistributedVirtualPortgroup", name);
    Tree config = stranger.get(group, "config");
    stranger
        .session()
        .networks()
        .reconfigurePortGroup(
            group,
            new PortGroupSpec(
                name,
                spec.type(),
                spec.ports(),
                spec.autoExpand(),
                spec.description(),
                spec.policy(),
                config.text("configVersion")),
            Stranger.WATCH);
  }
}
