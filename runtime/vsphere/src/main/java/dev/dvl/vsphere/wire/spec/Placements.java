package dev.dvl.vsphere.wire.spec;

import dev.dvl.vsphere.session.spec.Placement;
import dev.dvl.vsphere.wire.vim.VirtualMachineProfileSpec;
import dev.dvl.vsphere.wire.vim.VirtualMachineRelocateSpec;
import dev.dvl.vsphere.wire.vim.VirtualMachineRelocateSpecDiskLocator;
import java.util.List;

/** Where VMs and disks are to be. */
public final class Placements {
  private Placements() {}

  public static VirtualMachineRelocateSpec of(Placement placement) {
    return VirtualMachineRelocateSpec.builder()
        .folder(placement.folder().orElse(null))
        .datastore(placement.datastore().orElse(null))
        .diskMoveType(placement.linked() ? "createNewChildDiskBacking" : null)
        .pool(placement.pool().orElse(null))
        .host(placement.host().orElse(null))
        .disk(placement.disks().stream().map(Placements::disk).toList())
        .profile(profiles(placement))
        .build();
  }

  private static VirtualMachineRelocateSpecDiskLocator disk(Placement.DiskPlacement disk) {
    return VirtualMachineRelocateSpecDiskLocator.builder()
        .diskId(disk.key())
        .datastore(disk.datastore())
        .build();
  }

  private static List<VirtualMachineProfileSpec> profiles(Placement placement) {
    return placement.policy().stream().<VirtualMachineProfileSpec>map(VmConfig::policy).toList();
  }
}
