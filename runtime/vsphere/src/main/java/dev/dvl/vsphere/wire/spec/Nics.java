package dev.dvl.vsphere.wire.spec;

import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.spec.DeviceSpec;
import dev.dvl.vsphere.session.spec.DeviceSpec.Network;
import dev.dvl.vsphere.wire.vim.AnyVirtualEthernetCard;
import dev.dvl.vsphere.wire.vim.DistributedVirtualSwitchPortConnection;
import dev.dvl.vsphere.wire.vim.VirtualDeviceBackingInfo;
import dev.dvl.vsphere.wire.vim.VirtualDeviceConnectInfo;
import dev.dvl.vsphere.wire.vim.VirtualEthernetCard;
import dev.dvl.vsphere.wire.vim.VirtualEthernetCardDistributedVirtualPortBackingInfo;
import dev.dvl.vsphere.wire.vim.VirtualEthernetCardNetworkBackingInfo;
import dev.dvl.vsphere.wire.vim.VirtualEthernetCardOpaqueNetworkBackingInfo;
import java.util.Optional;

/** Network cards. What one kind has and another has not is kept as it was read. */
final class Nics {
  private Nics() {}

  static VirtualEthernetCard of(DeviceSpec.Nic wanted, Optional<Tree> current) {
    Optional<AnyVirtualEthernetCard> was = current.map(AnyVirtualEthernetCard::read);
    AnyVirtualEthernetCard.Builder card =
        was.map(AnyVirtualEthernetCard::toBuilder)
            .orElseGet(AnyVirtualEthernetCard::builder)
            .typeName(type(wanted.kind()))
            .key(wanted.key())
            .backing(backing(wanted.network()))
            .connectable(connectable(wanted, was));
    wanted.mac().ifPresent(mac -> card.addressType("manual").macAddress(mac));
    wanted.wakeOnLan().ifPresent(card::wakeOnLanEnabled);
    wanted.bandwidth().ifPresent(it -> card.resourceAllocation(Allocations.ofNic(it)));
    return card.build();
  }

  private static String type(DeviceSpec.NicKind kind) {
    return switch (kind) {
      case VMXNET3 -> "VirtualVmxnet3";
      case VMXNET3_VRDMA -> "VirtualVmxnet3Vrdma";
      case VMXNET2 -> "VirtualVmxnet2";
      case VMXNET -> "VirtualVmxnet";
      case E1000 -> "VirtualE1000";
      case E1000E -> "VirtualE1000e";
      case PCNET32 -> "VirtualPCNet32";
      case SRIOV -> "VirtualSriovEthernetCard";
    };
  }

  private static VirtualDeviceConnectInfo connectable(
      DeviceSpec.Nic wanted, Optional<AnyVirtualEthernetCard> was) {
    return was.map(AnyVirtualEthernetCard::connectable)
        .map(VirtualDeviceConnectInfo::toBuilder)
        .orElseGet(() -> VirtualDeviceConnectInfo.builder().allowGuestControl(true))
        .startConnected(wanted.startConnected())
        .connected(wanted.connected())
        .status(null)
        .build();
  }

  private static VirtualDeviceBackingInfo backing(Network network) {
    return switch (network) {
      case Network.Standard(String name, var ref) ->
          VirtualEthernetCardNetworkBackingInfo.builder()
              .deviceName(name)
              .network(ref.orElse(null))
              .build();
      case Network.Opaque(String id, String type) ->
          VirtualEthernetCardOpaqueNetworkBackingInfo.builder()
              .opaqueNetworkId(id)
              .opaqueNetworkType(type)
              .build();
      case Network.Distributed(String dvs, String portGroup) ->
          VirtualEthernetCardDistributedVirtualPortBackingInfo.builder()
              .port(
                  DistributedVirtualSwitchPortConnection.builder()
                      .switchUuid(dvs)
                      .portgroupKey(portGroup)
                      .build())
              .build();
    };
  }
}
