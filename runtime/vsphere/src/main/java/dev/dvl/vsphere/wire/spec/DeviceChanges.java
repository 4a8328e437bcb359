package dev.dvl.vsphere.wire.spec;

import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.spec.DeviceChange;
import dev.dvl.vsphere.session.spec.DeviceSpec;
import dev.dvl.vsphere.wire.vim.VirtualDevice;
import dev.dvl.vsphere.wire.vim.VirtualDeviceConfigSpec;
import dev.dvl.vsphere.wire.vim.VirtualMachineProfileSpec;
import java.util.List;
import java.util.Optional;

/** What is to become of devices. */
final class DeviceChanges {
  private DeviceChanges() {}

  static VirtualDeviceConfigSpec of(DeviceChange change) {
    return switch (change) {
      case DeviceChange.Add(DeviceSpec device) -> add(device);
      case DeviceChange.Edit(var current, DeviceSpec wanted) ->
          spec("edit", device(wanted, Optional.of(current))).profile(profiles(wanted)).build();
      case DeviceChange.Remove(var current, boolean files) ->
          spec("remove", VirtualDevice.read(current))
              .fileOperation(files ? "destroy" : null)
              .build();
    };
  }

  private static VirtualDeviceConfigSpec add(DeviceSpec device) {
    boolean makesFile = device instanceof DeviceSpec.Disk disk && !disk.attach();
    return spec("add", device(device, Optional.empty()))
        .fileOperation(makesFile ? "create" : null)
        .profile(profiles(device))
        .build();
  }

  private static VirtualDeviceConfigSpec.Builder spec(String operation, VirtualDevice device) {
    return VirtualDeviceConfigSpec.builder().operation(operation).device(device);
  }

  private static List<VirtualMachineProfileSpec> profiles(DeviceSpec device) {
    return device instanceof DeviceSpec.Disk disk
        ? disk.policy().stream().<VirtualMachineProfileSpec>map(VmConfig::policy).toList()
        : List.of();
  }

  /** The device as it is wanted, with what else the server said of it. */
  private static VirtualDevice device(DeviceSpec wanted, Optional<Tree> current) {
    return switch (wanted) {
      case DeviceSpec.Controller it -> Controllers.of(it, current);
      case DeviceSpec.Disk it -> Disks.of(it, current);
      case DeviceSpec.Nic it -> Nics.of(it, current);
      case DeviceSpec.Cdrom it -> Drives.of(it, current);
      case DeviceSpec.Tpm it -> OtherDevices.of(it);
      case DeviceSpec.Video it -> OtherDevices.of(it, current);
    };
  }
}
