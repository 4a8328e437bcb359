package dev.dvl.vsphere.machine.device;

import dev.dvl.stdlib.VmCdromPart;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.spec.DeviceChange;
import dev.dvl.vsphere.session.spec.DeviceSpec;
import dev.dvl.vsphere.session.spec.DeviceSpec.ControllerKind;
import dev.dvl.vsphere.session.spec.DeviceSpec.Medium;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings CD drives to what is wanted; drives of the origin are used first and stay otherwise. */
final class Drives {
  private final Hardware hardware;
  private final Labels labels;
  private final Slots slots;
  private final List<VmSetting> changes = new ArrayList<>();

  Drives(Hardware hardware, Labels labels, Slots slots) {
    this.hardware = hardware;
    this.labels = labels;
    this.slots = slots;
  }

  List<VmSetting> changes(Map<String, VmCdromPart> wanted) throws VSphereException {
    Deque<Attached> spare = new ArrayDeque<>(unlabelled());
    labels.drives().forEach((label, slot) -> remove(label, slot, wanted));
    for (Map.Entry<String, VmCdromPart> drive : wanted.entrySet()) {
      one(drive.getKey(), drive.getValue(), spare);
    }
    return changes;
  }

  private void remove(String label, String slot, Map<String, VmCdromPart> wanted) {
    if (!wanted.containsKey(label)) {
      Hardware.at(hardware.drives(), slot)
          .ifPresent(
              it -> changes.add(new VmSetting.Device(new DeviceChange.Remove(it.tree(), false))));
      changes.add(new VmSetting.Extra(Labels.DRIVE + label, ""));
    }
  }

  private void one(String label, VmCdromPart want, Deque<Attached> spare) throws VSphereException {
    Optional<Attached> labelled =
        Optional.ofNullable(labels.drives().get(label))
            .flatMap(slot -> Hardware.at(hardware.drives(), slot));
    Optional<Attached> there = labelled.or(() -> Optional.ofNullable(spare.pollFirst()));
    if (there.isPresent()) {
      edit(label, there.get(), want);
      return;
    }
    Slots.Place place = slots.take(kind(), Optional.empty(), Optional.empty());
    DeviceSpec.Cdrom drive =
        new DeviceSpec.Cdrom(
            slots.key(), place.controller().key(), place.unit(), medium(want), connected(want));
    changes.add(new VmSetting.Device(new DeviceChange.Add(drive)));
    changes.add(new VmSetting.Extra(Labels.DRIVE + label, place.slot()));
  }

  private void edit(String label, Attached drive, VmCdromPart want) {
    String file = drive.tree().text("backing.fileName").orElse("");
    boolean same =
        file.equals(want.iso().orElse(""))
            && connected(want) == drive.tree().bool("connectable.startConnected").orElse(true);
    if (!same) {
      DeviceSpec.Cdrom wanted =
          new DeviceSpec.Cdrom(
              drive.key(), drive.controller().key(), drive.unit(), medium(want), connected(want));
      changes.add(new VmSetting.Device(new DeviceChange.Edit(drive.tree(), wanted)));
    }
    if (!drive.slot().equals(labels.drives().get(label))) {
      changes.add(new VmSetting.Extra(Labels.DRIVE + label, drive.slot()));
    }
  }

  /** IDE where the machine has it: every guest can start from there. */
  private ControllerKind kind() {
    long onIde =
        hardware.drives().stream()
                .filter(it -> it.controller().kind() == ControllerKind.IDE)
                .count()
            + hardware.disks().stream()
                .filter(it -> it.controller().kind() == ControllerKind.IDE)
                .count();
    long ide =
        hardware.controllers().stream().filter(it -> it.kind() == ControllerKind.IDE).count();
    return onIde < 2 * ide ? ControllerKind.IDE : ControllerKind.SATA;
  }

  private List<Attached> unlabelled() {
    return hardware.drives().stream()
        .filter(it -> !labels.drives().containsValue(it.slot()))
        .toList();
  }

  private static Medium medium(VmCdromPart want) {
    return want.iso().known().<Medium>map(Medium.Iso::new).orElseGet(Medium.Client::new);
  }

  private static boolean connected(VmCdromPart want) {
    return want.connected().orElse(true);
  }
}
