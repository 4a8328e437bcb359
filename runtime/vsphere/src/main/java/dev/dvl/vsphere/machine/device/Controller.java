package dev.dvl.vsphere.machine.device;

import dev.dvl.stdlib.VmDiskController;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.spec.DeviceSpec.ControllerKind;
import java.util.Map;
import java.util.Optional;

/**
 * What disks and drives hang on.
 *
 * @param bus its number among those of its family: all kinds of SCSI count as one
 */
record Controller(int key, ControllerKind kind, int bus) {
  private static final Map<String, ControllerKind> BY_TYPE =
      Map.of(
          "ParaVirtualSCSIController", ControllerKind.PVSCSI,
          "VirtualLsiLogicController", ControllerKind.LSI_LOGIC,
          "VirtualLsiLogicSASController", ControllerKind.LSI_LOGIC_SAS,
          "VirtualBusLogicController", ControllerKind.BUS_LOGIC,
          "VirtualAHCIController", ControllerKind.SATA,
          "VirtualNVMEController", ControllerKind.NVME,
          "VirtualIDEController", ControllerKind.IDE);

  /** The unit of a SCSI controller itself. */
  private static final int SCSI_SELF = 7;

  static Optional<Controller> of(Tree device) {
    ControllerKind kind = BY_TYPE.get(device.type());
    return kind == null
        ? Optional.empty()
        : Optional.of(new Controller(number(device, "key"), kind, number(device, "busNumber")));
  }

  String family() {
    return family(kind);
  }

  static String family(ControllerKind kind) {
    return switch (kind) {
      case PVSCSI, LSI_LOGIC, LSI_LOGIC_SAS, BUS_LOGIC -> "scsi";
      case SATA -> "sata";
      case NVME -> "nvme";
      case IDE -> "ide";
    };
  }

  /** The word in programs. */
  String word() {
    return switch (kind) {
      case PVSCSI -> "pvscsi";
      case LSI_LOGIC -> "lsilogic";
      case LSI_LOGIC_SAS -> "lsilogic_sas";
      case BUS_LOGIC -> "buslogic";
      case SATA -> "sata";
      case NVME -> "nvme";
      case IDE -> "ide";
    };
  }

  static ControllerKind kind(VmDiskController wanted) {
    return switch (wanted) {
      case PVSCSI -> ControllerKind.PVSCSI;
      case LSILOGIC -> ControllerKind.LSI_LOGIC;
      case LSILOGIC_SAS -> ControllerKind.LSI_LOGIC_SAS;
      case BUSLOGIC -> ControllerKind.BUS_LOGIC;
      case SATA -> ControllerKind.SATA;
      case NVME -> ControllerKind.NVME;
      case IDE -> ControllerKind.IDE;
    };
  }

  /** How many controllers of a family a machine may have. */
  static int most(ControllerKind kind) {
    return kind == ControllerKind.IDE ? 2 : 4;
  }

  /** How many places it has. */
  int places() {
    return switch (kind) {
      case PVSCSI, LSI_LOGIC, LSI_LOGIC_SAS, BUS_LOGIC -> 16;
      case SATA -> 30;
      case NVME -> 15;
      case IDE -> 2;
    };
  }

  boolean canHold(int unit) {
    return unit < places() && !(family().equals("scsi") && unit == SCSI_SELF);
  }

  private static int number(Tree device, String name) {
    return Math.toIntExact(device.number(name).orElse(0L));
  }
}
