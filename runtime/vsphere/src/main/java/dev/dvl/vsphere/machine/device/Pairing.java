package dev.dvl.vsphere.machine.device;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which device of a machine that is to be adopted is meant by which label of the program: the one
 * at the place or with the address that the program says, or the only one of its sort. Nothing else
 * is guessed, because a label decides what is changed and what goes.
 *
 * @param entries the labels as they stand in the extra configuration
 * @param unclear blocks for which no device can be told: {@code disk data}
 */
public record Pairing(SortedMap<String, String> entries, List<String> unclear) {
  public static final Pairing NONE = new Pairing(new TreeMap<>(), List.of());

  public Pairing {
    unclear = List.copyOf(unclear);
  }

  public static Pairing of(Machine machine, Instance wanted) {
    Pairing pairing = new Pairing(new TreeMap<>(), List.of());
    List<String> unclear = new ArrayList<>();
    Hardware hardware = Hardware.of(machine);
    for (Map.Entry<String, Value> disk : blocks(wanted, "disk").entrySet()) {
      Wanted want = Wanted.of(disk.getValue());
      boolean only = hardware.disks().size() == 1 && blocks(wanted, "disk").size() == 1;
      Optional<String> slot =
          placed(want)
              .filter(it -> Hardware.at(hardware.disks(), it).isPresent())
              .or(() -> only ? first(hardware.disks()) : Optional.empty());
      pairing.enter(
          "disk",
          disk.getKey(),
          slot.map(it -> Labels.disk(it, want.isTrue("keep"))),
          Labels.DISK,
          unclear);
    }
    for (String label : blocks(wanted, "cdrom").keySet()) {
      boolean only = hardware.drives().size() == 1 && blocks(wanted, "cdrom").size() == 1;
      Optional<String> slot = only ? first(hardware.drives()) : Optional.empty();
      pairing.enter("cdrom", label, slot, Labels.DRIVE, unclear);
    }
    for (Map.Entry<String, Value> card : blocks(wanted, "nic").entrySet()) {
      boolean only = hardware.cards().size() == 1 && blocks(wanted, "nic").size() == 1;
      Optional<Tree> found =
          addressed(hardware.cards(), Wanted.of(card.getValue()))
              .or(() -> only ? Optional.of(hardware.cards().getFirst()) : Optional.empty());
      pairing.enter(
          "nic", card.getKey(), found.flatMap(it -> it.text("key")), Labels.CARD, unclear);
    }
    return new Pairing(pairing.entries(), unclear);
  }

  private void enter(
      String block, String label, Optional<String> device, String prefix, List<String> unclear) {
    device.ifPresentOrElse(
        it -> entries.put(prefix + label, it), () -> unclear.add(block + " " + label));
  }

  private static SortedMap<String, Value> blocks(Instance wanted, String block) {
    return new TreeMap<>(Wanted.of(wanted.value(block)).values());
  }

  private static Optional<String> placed(Wanted disk) {
    Optional<Long> unit = disk.number("unit");
    return disk.text("controller")
        .filter(ignored -> unit.isPresent())
        .map(
            word ->
                Controller.family(Controller.kind(word))
                    + disk.number("bus").orElse(0L)
                    + ":"
                    + unit.orElseThrow());
  }

  private static Optional<String> first(List<Attached> devices) {
    return devices.stream().findFirst().map(Attached::slot);
  }

  private static Optional<Tree> addressed(List<Tree> cards, Wanted want) {
    return want.text("mac")
        .flatMap(
            mac ->
                cards.stream()
                    .filter(it -> it.text("macAddress").filter(mac::equalsIgnoreCase).isPresent())
                    .findFirst());
  }

  /** A card that no label means would be taken for one that is to go. */
  public Pairing withoutSpare(Machine machine) {
    int labelled = (int) entries.keySet().stream().filter(it -> it.startsWith(Labels.CARD)).count();
    int cards = Hardware.of(machine).cards().size();
    if (labelled == 0 || labelled == cards || !unclear.isEmpty()) {
      return this;
    }
    return new Pairing(entries, List.of("a nic for each of " + cards + " cards"));
  }
}
