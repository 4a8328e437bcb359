package dev.dvl.vsphere.network;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.session.spec.NetworkPolicy;
import java.util.Optional;

/** What programs say of the ports of a network, as the server is told. */
final class Policies {
  private Policies() {}

  /** What is not said is inherited. */
  static NetworkPolicy of(Wanted want, Optional<NetworkPolicy.Vlan> vlan) {
    Wanted security = Wanted.of(want.value("security"));
    return new NetworkPolicy(
        vlan,
        truth(security, "promiscuous"),
        truth(security, "mac_changes"),
        truth(security, "forged_transmits"),
        teaming(want.value("teaming")),
        Optional.empty(),
        shaping(want.value("shaping")),
        truth(want, "blocked"));
  }

  private static Optional<NetworkPolicy.Teaming> teaming(Value value) {
    Wanted teaming = Wanted.of(value);
    return value.isNull()
        ? Optional.empty()
        : Optional.of(
            new NetworkPolicy.Teaming(
                teaming.text("policy"),
                truth(teaming, "notify_switches"),
                truth(teaming, "failback"),
                Optional.empty(),
                teaming.texts("active"),
                teaming.texts("standby")));
  }

  private static Optional<NetworkPolicy.Shaping> shaping(Value value) {
    Wanted shaping = Wanted.of(value);
    return value.isNull()
        ? Optional.empty()
        : Optional.of(
            new NetworkPolicy.Shaping(
                truth(shaping, "enabled"),
                shaping.number("average"),
                shaping.number("peak"),
                shaping.number("burst")));
  }

  static Optional<Boolean> truth(Wanted want, String name) {
    return want.has(name) ? Optional.of(want.isTrue(name)) : Optional.empty();
  }
}
