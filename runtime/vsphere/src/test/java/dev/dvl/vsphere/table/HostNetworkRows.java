package dev.dvl.vsphere.table;

import static dev.dvl.vsphere.session.spec.NetworkPolicy.INHERITED;

import dev.dvl.vsphere.session.Networks;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.spec.NetworkPolicy;
import dev.dvl.vsphere.session.spec.NetworkPolicy.Shaping;
import dev.dvl.vsphere.session.spec.NetworkPolicy.Teaming;
import java.util.List;
import java.util.Optional;

/** Port groups on the standard switch of an ESXi host. */
final class HostNetworkRows {
  private static final String ESXI = "esxi = \"DC0_H0\"";

  private HostNetworkRows() {}

  static List<Row> all() {
    return List.of(
        Row.of("port_group", "name", "", Row.Outside.NONE),
        Row.of("port_group", "esxi", "", Row.Outside.NONE),
        Row.of("port_group", "switch", "switch = \"vSwitch0\"", Row.Outside.NONE)
            .with(ESXI)
            .stays()
            .quirk("has only one switch on a host"),
        on("vlan", "vlan = 42", "vSwitch0", INHERITED.on(new NetworkPolicy.Single(43))),
        block("security", "promiscuous", "true", security(Optional.of(false), no(), no())),
        block("security", "mac_changes", "true", security(no(), Optional.of(false), no())),
        block("security", "forged_transmits", "true", security(no(), no(), Optional.of(false))),
        block("teaming", "policy", "\"loadbalance_ip\"", teaming("failover_explicit", no(), no())),
        block("teaming", "active", "[\"vmnic0\"]", order(List.of("vmnic1"), List.of())),
        block("teaming", "standby", "[\"vmnic0\"]", order(List.of(), List.of("vmnic1"))),
        block("teaming", "notify_switches", "true", teaming("", Optional.of(false), no())),
        block("teaming", "failback", "true", teaming("", no(), Optional.of(false))),
        block("shaping", "enabled", "true", shaping(Optional.of(false), 0, 0, 0)),
        block("shaping", "average", "1000000", shaping(no(), 2_000_000, 0, 0)),
        block("shaping", "peak", "1000000", shaping(no(), 0, 2_000_000, 0)),
        block("shaping", "burst", "1MiB", shaping(no(), 0, 0, 4096)));
  }

  private static Row block(String block, String field, String value, NetworkPolicy outside) {
    String line = block + " { " + field + " = " + value + " }";
    return on(block + "." + field, line, "vSwitch0", outside).gone(block);
  }

  private static Row on(String path, String line, String onSwitch, NetworkPolicy policy) {
    return Row.of(
            "port_group",
            path,
            line,
            (stranger, name) -> {
              Ref host = stranger.called("HostSystem", "DC0_H0");
              Ref system = stranger.get(host, "configManager.networkSystem").ref().orElseThrow();
              Networks networks = stranger.session().networks();
              networks.removeHostPortGroup(system, name);
              networks.addHostPortGroup(system, name, onSwitch, policy);
            })
        .with(ESXI)
        .quirk("Port groups");
  }

  private static Optional<Boolean> no() {
    return Optional.empty();
  }

  private static NetworkPolicy security(
      Optional<Boolean> promiscuous, Optional<Boolean> mac, Optional<Boolean> forged) {
    return new NetworkPolicy(
        Optional.empty(),
        promiscuous,
        mac,
        forged,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static NetworkPolicy teaming(
      String policy, Optional<Boolean> notify, Optional<Boolean> failback) {
    return teaming(
        new Teaming(
            Optional.of(policy).filter(it -> !it.isEmpty()),
            notify,
            failback,
            Optional.empty(),
            List.of(),
            List.of()));
  }

  private static NetworkPolicy order(List<String> active, List<String> standby) {
    return teaming(
        new Teaming(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            active,
            standby));
  }

  static NetworkPolicy teaming(Teaming teaming) {
    return new NetworkPolicy(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(teaming),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static NetworkPolicy shaping(
      Optional<Boolean> enabled, long average, long peak, long burst) {
    Shaping shaping = new Shaping(enabled, some(average), some(peak), some(burst));
    return new NetworkPolicy(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(shaping),
        Optional.empty());
  }

  private static Optional<Long> some(long amount) {
    return Optional.of(amount).filter(it -> it > 0);
  }
}
