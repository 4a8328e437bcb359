package dev.dvl.vsphere.wire.spec;

import dev.dvl.vsphere.session.spec.NetworkPolicy;
import dev.dvl.vsphere.session.spec.PortGroupSpec;
import dev.dvl.vsphere.session.spec.SwitchSpec;
import dev.dvl.vsphere.wire.vim.DVPortgroupConfigSpec;
import dev.dvl.vsphere.wire.vim.DVSContactInfo;
import dev.dvl.vsphere.wire.vim.DVSCreateSpec;
import dev.dvl.vsphere.wire.vim.DVSNameArrayUplinkPortPolicy;
import dev.dvl.vsphere.wire.vim.DistributedVirtualSwitchHostMemberConfigSpec;
import dev.dvl.vsphere.wire.vim.DistributedVirtualSwitchHostMemberPnicBacking;
import dev.dvl.vsphere.wire.vim.DistributedVirtualSwitchHostMemberPnicSpec;
import dev.dvl.vsphere.wire.vim.DistributedVirtualSwitchProductSpec;
import dev.dvl.vsphere.wire.vim.LinkDiscoveryProtocolConfig;
import dev.dvl.vsphere.wire.vim.VMwareDVSConfigSpec;
import java.util.Locale;

/** Distributed switches and their port groups. */
public final class Switches {
  private Switches() {}

  public static DVSCreateSpec created(SwitchSpec spec) {
    return DVSCreateSpec.builder()
        .configSpec(of(spec))
        .productInfo(spec.product().map(Switches::product).orElse(null))
        .build();
  }

  public static DistributedVirtualSwitchProductSpec product(String version) {
    return DistributedVirtualSwitchProductSpec.builder().version(version).build();
  }

  public static VMwareDVSConfigSpec of(SwitchSpec spec) {
    return VMwareDVSConfigSpec.builder()
        .configVersion(spec.version().orElse(null))
        .name(spec.name())
        .uplinkPortPolicy(
            spec.uplinks().isEmpty()
                ? null
                : DVSNameArrayUplinkPortPolicy.builder().uplinkPortName(spec.uplinks()).build())
        .defaultPortConfig(
            spec.policy().equals(NetworkPolicy.INHERITED) ? null : PortPolicies.of(spec.policy()))
        .host(spec.members().stream().map(Switches::member).toList())
        .description(spec.description().orElse(null))
        .contact(spec.contact().map(Switches::contact).orElse(null))
        .maxMtu(spec.mtu().orElse(null))
        .linkDiscoveryProtocolConfig(spec.discovery().map(Switches::discovery).orElse(null))
        .build();
  }

  public static DVPortgroupConfigSpec portGroup(PortGroupSpec spec) {
    return DVPortgroupConfigSpec.builder()
        .configVersion(spec.version().orElse(null))
        .name(spec.name())
        .numPorts(spec.ports().orElse(null))
        .defaultPortConfig(PortPolicies.of(spec.policy()))
        .description(spec.description().orElse(null))
        .type(spec.type().orElse(null))
        .autoExpand(spec.autoExpand().orElse(null))
        .build();
  }

  private static DistributedVirtualSwitchHostMemberConfigSpec member(SwitchSpec.Member member) {
    return DistributedVirtualSwitchHostMemberConfigSpec.builder()
        .operation(member.change().name().toLowerCase(Locale.ROOT))
        .host(member.host())
        .backing(
            member.change() == SwitchSpec.Change.REMOVE
                ? null
                : DistributedVirtualSwitchHostMemberPnicBacking.builder()
                    .pnicSpec(member.cards().stream().map(Switches::card).toList())
                    .build())
        .build();
  }

  private static DistributedVirtualSwitchHostMemberPnicSpec card(String device) {
    return DistributedVirtualSwitchHostMemberPnicSpec.builder().pnicDevice(device).build();
  }

  private static DVSContactInfo contact(SwitchSpec.Contact contact) {
    return DVSContactInfo.builder().name(contact.name()).contact(contact.how()).build();
  }

  private static LinkDiscoveryProtocolConfig discovery(SwitchSpec.Discovery discovery) {
    return LinkDiscoveryProtocolConfig.builder()
        .protocol(discovery.protocol())
        .operation(discovery.operation())
        .build();
  }
}
