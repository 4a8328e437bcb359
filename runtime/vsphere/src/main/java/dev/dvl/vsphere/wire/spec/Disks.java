package dev.dvl.vsphere.wire.spec;

import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.spec.DeviceSpec;
import dev.dvl.vsphere.session.spec.DeviceSpec.Provisioning;
import dev.dvl.vsphere.wire.vim.VirtualDeviceBackingInfo;
import dev.dvl.vsphere.wire.vim.VirtualDisk;
import dev.dvl.vsphere.wire.vim.VirtualDiskFlatVer2BackingInfo;
import java.util.Optional;

/** Disks in files; a disk of another make keeps what it is made of. */
final class Disks {
  private Disks() {}

  static VirtualDisk of(DeviceSpec.Disk wanted, Optional<Tree> current) {
    Optional<VirtualDisk> was = current.map(VirtualDisk::read);
    return was.map(VirtualDisk::toBuilder)
        .orElseGet(VirtualDisk::builder)
        .key(wanted.key())
        .controllerKey(wanted.controller())
        .unitNumber(wanted.unit())
        .capacityInKB(wanted.kilobytes())
        .capacityInBytes(wanted.kilobytes() * 1024)
        .backing(backing(wanted, was))
        .storageIOAllocation(
            wanted
                .iops()
                .map(Allocations::ofDisk)
                .orElse(was.map(VirtualDisk::storageIOAllocation).orElse(null)))
        .build();
  }

  private static VirtualDeviceBackingInfo backing(
      DeviceSpec.Disk wanted, Optional<VirtualDisk> was) {
    Optional<VirtualDeviceBackingInfo> old = was.map(VirtualDisk::backing);
    return switch (old.orElse(null)) {
      case null -> fresh(wanted);
      case VirtualDiskFlatVer2BackingInfo flat -> edited(wanted, flat);
      case VirtualDeviceBackingInfo other -> other;
    };
  }

  private static VirtualDiskFlatVer2BackingInfo fresh(DeviceSpec.Disk wanted) {
    return VirtualDiskFlatVer2BackingInfo.builder()
        .fileName(wanted.file())
        .datastore(wanted.datastore().orElse(null))
        .diskMode(wanted.mode())
        .thinProvisioned(wanted.provisioning() == Provisioning.THIN)
        .eagerlyScrub(wanted.provisioning() == Provisioning.EAGER)
        .writeThrough(wanted.writeThrough().orElse(null))
        .sharing(wanted.sharing().orElse(null))
        .build();
  }

  /** Where a disk is and how it was allotted is not changed by editing it. */
  private static VirtualDiskFlatVer2BackingInfo edited(
      DeviceSpec.Disk wanted, VirtualDiskFlatVer2BackingInfo flat) {
    return flat.toBuilder()
        .diskMode(wanted.mode())
        .writeThrough(wanted.writeThrough().orElse(flat.writeThrough()))
        .sharing(wanted.sharing().orElse(flat.sharing()))
        .build();
  }
}
