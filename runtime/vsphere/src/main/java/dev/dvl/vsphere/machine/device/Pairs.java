package dev.dvl.vsphere.machine.device;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
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
  private final Instance wanted;
  private final SortedMap<String, String> entries = new TreeMap<>();
  private final List<String> unclear = new ArrayList<>();

  private Pairs(Machine machine, Instance wanted) {
    this.hardware = Hardware.of(machine);
    this.wanted = wanted;
  }

  public static Pairing of(Machine machine, Instance wanted) {
    Pairs pairs = new Pairs(machine, wanted);
    pairs.disks();
    pairs.drives();
    pairs.cards();
    return new Pairing(pairs.entries, pairs.unclear);
  }

  private void disks() {
    SortedMap<String, Value> blocks = blocks("disk");
    blocks.forEach(
        (label, block) -> {
          Wanted want = Wanted.of(block);
          Optional<String> slot =
              place(want)
                  .filter(it -> Hardware.at(hardware.disks(), it).isPresent())
                  .or(() -> only(hardware.disks(), blocks).map(Attached::slot));
          Optional<String> text = slot.map(it -> Labels.disk(it, want.isTrue("keep")));
          enter("disk", Labels.DISK, label, text);
        });
  }

  private void drives() {
    SortedMap<String, Value> blocks = blocks("cdrom");
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
    SortedMap<String, Value> blocks = blocks("nic");
    blocks.forEach(
        (label, block) -> {
          Optional<Tree> card =
              addressed(Wanted.of(block)).or(() -> only(hardware.cards(), blocks));
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

  private SortedMap<String, Value> blocks(String block) {
    return new TreeMap<>(Wanted.of(wanted.value(block)).values());
  }

  private static <T> Optional<T> only(List<T> devices, SortedMap<String, Value> blocks) {
    return devices.size() == 1 && blocks.size() == 1
        ? Optional.of(devices.getFirst())
        : Optional.empty();
  }

  private static Optional<String> place(Wanted disk) {
    return disk.text("controller")
        .map(word -> Controller.family(Controller.kind(word)) + disk.number("bus").orElse(0L))
        .flatMap(controller -> disk.number("unit").map(unit -> controller + ":" + unit));
  }

  private Optional<Tree> addressed(Wanted want) {
    return want.text("mac")
        .flatMap(
            mac ->
                hardware.cards().stream()
                    .filter(it -> it.text("macAddress").filter(mac::equalsIgnoreCase).isPresent())
                    .findFirst());
  }
}
