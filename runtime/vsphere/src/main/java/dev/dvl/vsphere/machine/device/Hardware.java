package dev.dvl.vsphere.machine.device;

import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.spec.DeviceSpec.NicKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The devices of a machine that programs speak of.
 *
 * @param disks in the order of their places
 * @param cards network cards in the order of their keys
 */
record Hardware(
    List<Controller> controllers,
    List<Attached> disks,
    List<Attached> drives,
    List<Tree> cards,
    Optional<Tree> tpm) {
  static final Map<String, NicKind> CARDS =
      Map.of(
          "VirtualVmxnet3", NicKind.VMXNET3,
          "VirtualVmxnet2", NicKind.VMXNET2,
          "VirtualE1000", NicKind.E1000,
          "VirtualE1000e", NicKind.E1000E,
          "VirtualPCNet32", NicKind.PCNET32,
          "VirtualSriovEthernetCard", NicKind.SRIOV);

  private static final Comparator<Attached> BY_PLACE =
      Comparator.comparingInt((Attached it) -> it.controller().family().equals("scsi") ? 0 : 1)
          .thenComparing(it -> it.controller().family())
          .thenComparingInt(it -> it.controller().bus())
          .thenComparingInt(Attached::unit);

  static Hardware of(Machine machine) {
    List<Controller> controllers =
        machine.devices().stream().flatMap(it -> Controller.of(it).stream()).toList();
    List<Attached> disks = new ArrayList<>();
    List<Attached> drives = new ArrayList<>();
    for (Tree device : machine.devices()) {
      switch (device.type()) {
        case "VirtualDisk" -> attached(device, controllers).ifPresent(disks::add);
        case "VirtualCdrom" -> attached(device, controllers).ifPresent(drives::add);
        default -> {}
      }
    }
    disks.sort(BY_PLACE);
    drives.sort(BY_PLACE);
    return new Hardware(
        controllers,
        disks,
        drives,
        machine.devices().stream()
            .filter(it -> CARDS.containsKey(it.type()))
            .sorted(Comparator.comparingInt(Hardware::key))
            .toList(),
        machine.devices().stream().filter(it -> it.type().equals("VirtualTPM")).findFirst());
  }

  static int key(Tree device) {
    return Math.toIntExact(device.number("key").orElse(0L));
  }

  static Optional<Attached> at(List<Attached> devices, String slot) {
    return devices.stream().filter(it -> it.slot().equals(slot)).findFirst();
  }

  Optional<Tree> card(String key) {
    return cards.stream().filter(it -> it.text("key").filter(key::equals).isPresent()).findFirst();
  }

  private static Optional<Attached> attached(Tree device, List<Controller> controllers) {
    long key = device.number("controllerKey").orElse(-1L);
    int unit = Math.toIntExact(device.number("unitNumber").orElse(0L));
    return controllers.stream()
        .filter(it -> it.key() == key)
        .findFirst()
        .map(controller -> new Attached(device, controller, unit));
  }
}
