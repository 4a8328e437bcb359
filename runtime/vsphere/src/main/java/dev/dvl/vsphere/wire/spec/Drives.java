package dev.dvl.vsphere.wire.spec;

import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.spec.DeviceSpec;
import dev.dvl.vsphere.session.spec.DeviceSpec.Medium;
import dev.dvl.vsphere.wire.vim.VirtualCdrom;
import dev.dvl.vsphere.wire.vim.VirtualCdromAtapiBackingInfo;
import dev.dvl.vsphere.wire.vim.VirtualCdromIsoBackingInfo;
import dev.dvl.vsphere.wire.vim.VirtualCdromRemotePassthroughBackingInfo;
import dev.dvl.vsphere.wire.vim.VirtualDeviceBackingInfo;
import dev.dvl.vsphere.wire.vim.VirtualDeviceConnectInfo;
import java.util.Optional;

/** CD drives. */
final class Drives {
  private Drives() {}

  static VirtualCdrom of(DeviceSpec.Cdrom wanted, Optional<Tree> current) {
    return current
        .map(it -> VirtualCdrom.read(it).toBuilder())
        .orElseGet(VirtualCdrom::builder)
        .key(wanted.key())
        .controllerKey(wanted.controller())
        .unitNumber(wanted.unit())
        .backing(backing(wanted.medium()))
        .connectable(
            VirtualDeviceConnectInfo.builder()
                .startConnected(wanted.startConnected())
                .allowGuestControl(true)
                .connected(wanted.startConnected())
                .build())
        .build();
  }

  private static VirtualDeviceBackingInfo backing(Medium medium) {
    return switch (medium) {
      case Medium.Iso(String file) -> VirtualCdromIsoBackingInfo.builder().fileName(file).build();
      case Medium.Client() ->
          VirtualCdromRemotePassthroughBackingInfo.builder()
              .deviceName("")
              .useAutoDetect(false)
              .exclusive(true)
              .build();
      case Medium.HostDrive(String device) ->
          VirtualCdromAtapiBackingInfo.builder()
              .deviceName(device)
              .useAutoDetect(device.isEmpty())
              .build();
    };
  }
}
