package dev.dvl.vsphere.machine.device;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.stdlib.VmCdromPart;
import dev.dvl.stdlib.VmDiskPart;
import dev.dvl.stdlib.VmNicPart;
import dev.dvl.stdlib.VmPart;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds which device of a machine that is to be adopted is meant by which block of the program: the
 * one at the place or with the address that the block says, or the only one of its sort. Nothing
 * else is guessed, because a label decides what is changed and what goes.
 */
public final class Pairs {
  private final Hardware hardware;
  private final VmPart wanted;
  private final SortedMap<String, String> entries = new TreeMap<>();
  private final List<String> unclear = new ArrayList<>();

  private Pairs(Machine machine, Instance wanted) {
    this.hardware = Hardware.of(machine);
    this.wanted = VmPart.of(wanted.values());
  }

  public static Pairing of(Machine machine, Instance wanted) {
    Pairs pairs = new Pairs(machine, wanted);
    pairs.disks();
    pairs.drives();
    pairs.cards();
    return new Pairing(pairs.entries, pairs.unclear);
  }

  private void disks() {
    SortedMap<String, VmDiskPart> blocks = wanted.disk().orElse(new TreeMap<>());
    blocks.forEach(
        (label, want) -> {
          Optional<String> slot =
              place(want)
                  .filter(it -> Hardware.at(hardware.disks(), it).isPresent())
                  .or(() -> only(hardware.disks(), blocks).map(Attached::slot));
          Optional<String> text = slot.map(it -> Labels.disk(it, want.keep().orElse(false)));
          enter("disk", Labels.DISK, label, text);
        });
  }

  private void drives() {
    SortedMap<String, VmCdromPart> blocks = wanted.cdrom().orElse(new TreeMap<>());
    blocks
        .keySet()
        .forEach(
            label ->
                enter(
                    "cdrom",
                    Labels.DRIVE,
                    label,
                    only(hardware.drives(), blocks).map(Attached::slot)));
  }

  /** A card that no block means would be taken for one that is to go. */
  private void cards() {
    SortedMap<String, VmNicPart> blocks = wanted.nic().orElse(new TreeMap<>());
    blocks.forEach(
        (label, block) -> {
          Optional<Tree> card = addressed(block).or(() -> only(hardware.cards(), blocks));
          enter("nic", Labels.CARD, label, card.flatMap(it -> it.text("key")));
        });
    if (!blocks.isEmpty() && blocks.size() < hardware.cards().size()) {
      unclear.add("nic for each of " + hardware.cards().size() + " cards");
    }
  }

  private void enter(String block, String prefix, String label, Optional<String> device) {
    device.ifPresentOrElse(
        it -> entries.put(prefix + label, it), () -> unclear.add(block + " " + label));
  }

  private static <T> Optional<T> only(List<T> devices, SortedMap<String, ?> blocks) {
    return devices.size() == 1 && blocks.size() == 1
        ? Optional.of(devices.getFirst())
        : Optional.empty();
  }

  private static Optional<String> place(VmDiskPart disk) {
    return disk.controller()
        .known()
        .map(it -> Controller.family(Controller.kind(it)) + disk.bus().orElse(0L))
        .flatMap(controller -> disk.unit().known().map(unit -> controller + ":" + unit));
  }

  private Optional<Tree> addressed(VmNicPart want) {
    return want.mac()
        .known()
        .flatMap(
            mac ->
                hardware.cards().stream()
                    .filter(it -> it.text("macAddress").filter(mac::equalsIgnoreCase).isPresent())
                    .findFirst());
  }
}
