package dev.dvl.vsphere.wire.spec;

import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.spec.DeviceSpec;
import dev.dvl.vsphere.wire.vim.AnyVirtualController;
import dev.dvl.vsphere.wire.vim.AnyVirtualSCSIController;
import dev.dvl.vsphere.wire.vim.VirtualDevice;
import java.util.Optional;

/** Controllers. What one kind has and another has not is kept as it was read. */
final class Controllers {
  private Controllers() {}

  static VirtualDevice of(DeviceSpec.Controller wanted, Optional<Tree> current) {
    return switch (wanted.kind()) {
      case PVSCSI -> scsi("ParaVirtualSCSIController", wanted, current);
      case LSI_LOGIC -> scsi("VirtualLsiLogicController", wanted, current);
      case LSI_LOGIC_SAS -> scsi("VirtualLsiLogicSASController", wanted, current);
      case BUS_LOGIC -> scsi("VirtualBusLogicController", wanted, current);
      case IDE -> other("VirtualIDEController", wanted, current);
      case SATA -> other("VirtualAHCIController", wanted, current);
      case NVME -> other("VirtualNVMEController", wanted, current);
    };
  }

  private static VirtualDevice scsi(
      String type, DeviceSpec.Controller wanted, Optional<Tree> current) {
    return current
        .map(it -> AnyVirtualSCSIController.read(it).toBuilder())
        .orElseGet(AnyVirtualSCSIController::builder)
        .typeName(type)
        .key(wanted.key())
        .busNumber(wanted.bus())
        .sharedBus(wanted.sharing().orElse("noSharing"))
        .build();
  }

  private static VirtualDevice other(
      String type, DeviceSpec.Controller wanted, Optional<Tree> current) {
    return current
        .map(it -> AnyVirtualController.read(it).toBuilder())
        .orElseGet(AnyVirtualController::builder)
        .typeName(type)
        .key(wanted.key())
        .busNumber(wanted.bus())
        .build();
  }
}
