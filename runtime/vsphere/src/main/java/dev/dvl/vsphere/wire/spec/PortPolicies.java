package dev.dvl.vsphere.wire.spec;

import dev.dvl.vsphere.session.spec.NetworkPolicy;
import dev.dvl.vsphere.wire.vim.BoolPolicy;
import dev.dvl.vsphere.wire.vim.DVSFailureCriteria;
import dev.dvl.vsphere.wire.vim.DVSSecurityPolicy;
import dev.dvl.vsphere.wire.vim.DVSTrafficShapingPolicy;
import dev.dvl.vsphere.wire.vim.LongPolicy;
import dev.dvl.vsphere.wire.vim.NumericRange;
import dev.dvl.vsphere.wire.vim.StringPolicy;
import dev.dvl.vsphere.wire.vim.VMwareDVSPortSetting;
import dev.dvl.vsphere.wire.vim.VMwareUplinkPortOrderPolicy;
import dev.dvl.vsphere.wire.vim.VmwareDistributedVirtualSwitchPvlanSpec;
import dev.dvl.vsphere.wire.vim.VmwareDistributedVirtualSwitchTrunkVlanSpec;
import dev.dvl.vsphere.wire.vim.VmwareDistributedVirtualSwitchVlanIdSpec;
import dev.dvl.vsphere.wire.vim.VmwareDistributedVirtualSwitchVlanSpec;
import dev.dvl.vsphere.wire.vim.VmwareUplinkPortTeamingPolicy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ports of distributed switches. What is not said is inherited; every leaf says so by itself. */
final class PortPolicies {
  private PortPolicies() {}

  static VMwareDVSPortSetting of(NetworkPolicy policy) {
    return VMwareDVSPortSetting.builder()
        .blocked(bool(policy.blocked()))
        .inShapingPolicy(policy.incoming().map(PortPolicies::shaping).orElse(null))
        .outShapingPolicy(policy.outgoing().map(PortPolicies::shaping).orElse(null))
        .vlan(policy.vlan().map(PortPolicies::vlan).orElse(null))
        .uplinkTeamingPolicy(
            policy.teaming().map(PortPolicies::teaming).orElseGet(PortPolicies::inherited))
        .securityPolicy(security(policy))
        .build();
  }

  private static VmwareDistributedVirtualSwitchVlanSpec vlan(NetworkPolicy.Vlan vlan) {
    return switch (vlan) {
      case NetworkPolicy.Single(int id) ->
          VmwareDistributedVirtualSwitchVlanIdSpec.builder().inherited(false).vlanId(id).build();
      case NetworkPolicy.Trunk(List<NetworkPolicy.Range> ranges) ->
          VmwareDistributedVirtualSwitchTrunkVlanSpec.builder()
              .inherited(false)
              .vlanId(ranges.stream().map(PortPolicies::range).toList())
              .build();
      case NetworkPolicy.Private(int id) ->
          VmwareDistributedVirtualSwitchPvlanSpec.builder().inherited(false).pvlanId(id).build();
    };
  }

  private static NumericRange range(NetworkPolicy.Range range) {
    return NumericRange.builder().start(range.first()).end(range.last()).build();
  }

  private static @Nullable DVSSecurityPolicy security(NetworkPolicy policy) {
    boolean said =
        policy.promiscuous().isPresent()
            || policy.macChanges().isPresent()
            || policy.forgedTransmits().isPresent();
    return said
        ? DVSSecurityPolicy.builder()
            .inherited(false)
            .allowPromiscuous(bool(policy.promiscuous()))
            .macChanges(bool(policy.macChanges()))
            .forgedTransmits(bool(policy.forgedTransmits()))
            .build()
        : null;
  }

  private static VmwareUplinkPortTeamingPolicy teaming(NetworkPolicy.Teaming teaming) {
    return VmwareUplinkPortTeamingPolicy.builder()
        .inherited(false)
        .policy(
            teaming
                .policy()
                .map(it -> StringPolicy.builder().inherited(false).value(it).build())
                .orElseGet(() -> StringPolicy.builder().inherited(true).build()))
        .notifySwitches(bool(teaming.notifySwitches()))
        .rollingOrder(bool(teaming.failback().map(it -> !it)))
        .failureCriteria(teaming.beacon().map(PortPolicies::criteria).orElse(null))
        .uplinkPortOrder(order(teaming))
        .build();
  }

  private static VmwareUplinkPortTeamingPolicy inherited() {
    return VmwareUplinkPortTeamingPolicy.builder().inherited(true).build();
  }

  private static DVSFailureCriteria criteria(boolean beacon) {
    return DVSFailureCriteria.builder()
        .inherited(false)
        .checkBeacon(bool(Optional.of(beacon)))
        .build();
  }

  private static VMwareUplinkPortOrderPolicy order(NetworkPolicy.Teaming teaming) {
    return teaming.active().isEmpty() && teaming.standby().isEmpty()
        ? VMwareUplinkPortOrderPolicy.builder().inherited(true).build()
        : VMwareUplinkPortOrderPolicy.builder()
            .inherited(false)
            .activeUplinkPort(teaming.active())
            .standbyUplinkPort(teaming.standby())
            .build();
  }

  private static DVSTrafficShapingPolicy shaping(NetworkPolicy.Shaping shaping) {
    return DVSTrafficShapingPolicy.builder()
        .inherited(false)
        .enabled(bool(shaping.enabled()))
        .averageBandwidth(number(shaping.average()))
        .peakBandwidth(number(shaping.peak()))
        .burstSize(number(shaping.burst()))
        .build();
  }

  private static @Nullable LongPolicy number(Optional<Long> value) {
    return value.map(it -> LongPolicy.builder().inherited(false).value(it).build()).orElse(null);
  }

  private static BoolPolicy bool(Optional<Boolean> value) {
    return value
        .map(it -> BoolPolicy.builder().inherited(false).value(it).build())
        .orElseGet(() -> BoolPolicy.builder().inherited(true).build());
  }
}
