package dev.dvl.vsphere.wire.spec;

import dev.dvl.vsphere.session.spec.NetworkPolicy;
import dev.dvl.vsphere.wire.vim.HostNetworkPolicy;
import dev.dvl.vsphere.wire.vim.HostNetworkSecurityPolicy;
import dev.dvl.vsphere.wire.vim.HostNetworkTrafficShapingPolicy;
import dev.dvl.vsphere.wire.vim.HostNicFailureCriteria;
import dev.dvl.vsphere.wire.vim.HostNicOrderPolicy;
import dev.dvl.vsphere.wire.vim.HostNicTeamingPolicy;
import dev.dvl.vsphere.wire.vim.HostPortGroupSpec;
import org.jspecify.annotations.Nullable;

/** Port groups of standard switches. What is not said is inherited from the switch. */
public final class HostPolicies {
  private HostPolicies() {}

  /** A port group; its VLAN is one id, of which 4095 stands for all. */
  public static HostPortGroupSpec portGroup(String name, String onSwitch, NetworkPolicy policy) {
    return HostPortGroupSpec.builder()
        .name(name)
        .vlanId(vlan(policy))
        .vswitchName(onSwitch)
        .policy(
            HostNetworkPolicy.builder()
                .security(security(policy))
                .nicTeaming(policy.teaming().map(HostPolicies::teaming).orElse(null))
                .shapingPolicy(policy.outgoing().map(HostPolicies::shaping).orElse(null))
                .build())
        .build();
  }

  private static int vlan(NetworkPolicy policy) {
    return policy
        .vlan()
        .map(
            vlan ->
                switch (vlan) {
                  case NetworkPolicy.Single(int id) -> id;
                  case NetworkPolicy.Trunk trunk -> 4095;
                  case NetworkPolicy.Private(int id) -> id;
                })
        .orElse(0);
  }

  private static @Nullable HostNetworkSecurityPolicy security(NetworkPolicy policy) {
    boolean said =
        policy.promiscuous().isPresent()
            || policy.macChanges().isPresent()
            || policy.forgedTransmits().isPresent();
    return said
        ? HostNetworkSecurityPolicy.builder()
            .allowPromiscuous(policy.promiscuous().orElse(null))
            .macChanges(policy.macChanges().orElse(null))
            .forgedTransmits(policy.forgedTransmits().orElse(null))
            .build()
        : null;
  }

  private static HostNicTeamingPolicy teaming(NetworkPolicy.Teaming teaming) {
    return HostNicTeamingPolicy.builder()
        .policy(teaming.policy().orElse(null))
        .notifySwitches(teaming.notifySwitches().orElse(null))
        .rollingOrder(teaming.failback().map(it -> !it).orElse(null))
        .failureCriteria(
            teaming
                .beacon()
                .map(it -> HostNicFailureCriteria.builder().checkBeacon(it).build())
                .orElse(null))
        .nicOrder(order(teaming))
        .build();
  }

  private static @Nullable HostNicOrderPolicy order(NetworkPolicy.Teaming teaming) {
    return teaming.active().isEmpty() && teaming.standby().isEmpty()
        ? null
        : HostNicOrderPolicy.builder()
            .activeNic(teaming.active())
            .standbyNic(teaming.standby())
            .build();
  }

  private static HostNetworkTrafficShapingPolicy shaping(NetworkPolicy.Shaping shaping) {
    return HostNetworkTrafficShapingPolicy.builder()
        .enabled(shaping.enabled().orElse(null))
        .averageBandwidth(shaping.average().orElse(null))
        .peakBandwidth(shaping.peak().orElse(null))
        .burstSize(shaping.burst().orElse(null))
        .build();
  }
}
