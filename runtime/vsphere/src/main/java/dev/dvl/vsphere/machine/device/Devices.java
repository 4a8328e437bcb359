package dev.dvl.vsphere.machine.device;

import dev.dvl.stdlib.VmPart;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.spec.DeviceChange;
import dev.dvl.vsphere.session.spec.DeviceSpec;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one reconfiguration does to the devices of a machine. */
public final class Devices {
  private final Machine machine;
  private final CardNetworks networks;
  private final InventoryNames names;

  public Devices(Machine machine, InventoryNames names, CardNetworks networks) {
    this.machine = machine;
    this.names = names;
    this.networks = networks;
  }

  /**
   * What makes devices as they are wanted. Blocks that {@code set} does not have are left alone.
   *
   * @param gone labels of disks that are to go
   */
  public List<VmSetting> changes(VmPart set, List<String> gone)
      throws VSphereException, NameProblem {
    Hardware hardware = Hardware.of(machine);
    Labels labels = Labels.of(machine.extra());
    Slots slots = new Slots(hardware);
    List<VmSetting> changes = new ArrayList<>();
    if (set.disk().isSet() || !gone.isEmpty()) {
      Disks disks =
          new Disks(hardware, labels, slots, name -> names.datastore(Optional.of(name)).ref());
      changes.addAll(disks.changes(set.disk().orElse(new TreeMap<>()), gone));
    }
    if (set.nic().isSet()) {
      Cards cards = new Cards(hardware, labels, slots, machine.isOn());
      changes.addAll(cards.changes(set.nic().orElse(new TreeMap<>()), networks::find));
    }
    if (set.cdrom().isSet()) {
      changes.addAll(
          new Drives(hardware, labels, slots).changes(set.cdrom().orElse(new TreeMap<>())));
    }
    if (set.tpm().isSet() && set.tpm().orElse(false) != hardware.tpm().isPresent()) {
      DeviceChange change =
          set.tpm().orElse(false)
              ? new DeviceChange.Add(new DeviceSpec.Tpm(slots.key()))
              : new DeviceChange.Remove(hardware.tpm().orElseThrow(), false);
      changes.add(new VmSetting.Device(change));
    }
    List<VmSetting> all = new ArrayList<>(slots.added());
    all.addAll(changes);
    return all;
  }

  /**
   * Labels cards that were added: they got their keys in the order of their labels.
   *
   * @param machine the machine with them
   * @param wanted the labels of all cards
   */
  public static List<VmSetting> labelling(Machine machine, Set<String> wanted) {
    Labels labels = Labels.of(machine.extra());
    Iterator<String> missing =
        new TreeSet<>(wanted).stream().filter(it -> !labels.cards().containsKey(it)).iterator();
    List<VmSetting> changes = new ArrayList<>();
    for (Tree card : Hardware.of(machine).cards()) {
      String key = card.text("key").orElse("");
      if (missing.hasNext() && !labels.cards().containsValue(key)) {
        changes.add(new VmSetting.Extra(Labels.CARD + missing.next(), key));
      }
    }
    return changes;
  }

  /**
   * The labels of all cards in their order, of those too that are to get one yet.
   *
   * @param wanted the labels of all cards
   */
  public static List<Optional<String>> cardLabels(Machine machine, Set<String> wanted) {
    Map<String, String> byKey = new TreeMap<>();
    Labels.of(machine.extra()).cards().forEach((label, key) -> byKey.put(key, label));
    for (VmSetting setting : labelling(machine, wanted)) {
      if (setting instanceof VmSetting.Extra(String name, String key)) {
        byKey.put(key, name.substring(Labels.CARD.length()));
      }
    }
    return Hardware.of(machine).cards().stream()
        .map(card -> Optional.ofNullable(byKey.get(card.text("key").orElse(""))))
        .toList();
  }

  /** Takes disks out of a machine without their files. */
  public static List<VmSetting> detaching(Machine machine) {
    Hardware hardware = Hardware.of(machine);
    Labels labels = Labels.of(machine.extra());
    List<VmSetting> changes = new ArrayList<>();
    for (String label : labels.disks().keySet()) {
      if (labels.keeps(label)) {
        labels
            .diskSlot(label)
            .flatMap(slot -> Hardware.at(hardware.disks(), slot))
            .ifPresent(
                it -> changes.add(new VmSetting.Device(new DeviceChange.Remove(it.tree(), false))));
      }
    }
    return changes;
  }

  /** The device keys of disks by their labels. */
  public static Map<String, Integer> diskKeys(Machine machine) {
    Hardware hardware = Hardware.of(machine);
    Labels labels = Labels.of(machine.extra());
    Map<String, Integer> keys = new TreeMap<>();
    for (String label : labels.disks().keySet()) {
      labels
          .diskSlot(label)
          .flatMap(slot -> Hardware.at(hardware.disks(), slot))
          .ifPresent(it -> keys.put(label, it.key()));
    }
    return keys;
  }
}
