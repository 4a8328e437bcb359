package dev.dvl.vsphere.wire.spec;

import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.spec.DeviceSpec;
import dev.dvl.vsphere.wire.vim.VirtualMachineVideoCard;
import dev.dvl.vsphere.wire.vim.VirtualTPM;
import java.util.Optional;

/** Devices that a VM has one of. */
final class OtherDevices {
  private OtherDevices() {}

  static VirtualTPM of(DeviceSpec.Tpm wanted) {
    return VirtualTPM.builder().key(wanted.key()).build();
  }

  static VirtualMachineVideoCard of(DeviceSpec.Video wanted, Optional<Tree> current) {
    VirtualMachineVideoCard.Builder card =
        current
            .map(it -> VirtualMachineVideoCard.read(it).toBuilder())
            .orElseGet(VirtualMachineVideoCard::builder)
            .key(wanted.key());
    wanted.displays().ifPresent(it -> card.numDisplays(it).useAutoDetect(false));
    wanted.memoryKb().ifPresent(it -> card.videoRamSizeInKB(it).useAutoDetect(false));
    wanted.graphics3d().ifPresent(card::enable3DSupport);
    return card.build();
  }
}
