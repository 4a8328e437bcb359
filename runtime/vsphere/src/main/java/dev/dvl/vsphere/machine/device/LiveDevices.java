package dev.dvl.vsphere.machine.device;

import dev.dvl.compiler.value.Value;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.machine.setting.Units;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The labelled devices of a machine as blocks of the schema. A disk that nobody labelled is
 * somebody else's, such as one that a backup has put there for a while, and is not shown; a card
 * without a label is shown where others have one.
 */
public final class LiveDevices {
  private final Machine machine;
  private final Catalog catalog;
  private final Hardware hardware;
  private final Labels labels;

  public LiveDevices(Machine machine, Catalog catalog) {
    this(machine, catalog, machine.extra());
  }

  /**
   * The devices under other labels than the machine carries.
   *
   * @param extra where the labels stand
   */
  public LiveDevices(Machine machine, Catalog catalog, Map<String, String> extra) {
    this.machine = machine;
    this.catalog = catalog;
    this.hardware = Hardware.of(machine);
    this.labels = Labels.of(extra);
  }

  /** The blocks {@code disk}, {@code nic} and {@code cdrom}, and {@code tpm}. */
  public Map<String, Value> values() {
    Map<String, Value> values = new TreeMap<>();
    Map<String, Value> disks = new TreeMap<>();
    labels.disks().keySet().forEach(label -> disk(label).ifPresent(disk -> disks.put(label, disk)));
    Map<String, Value> drives = new TreeMap<>();
    labels
        .drives()
        .forEach(
            (label, slot) ->
                Hardware.at(hardware.drives(), slot)
                    .ifPresent(it -> drives.put(label, drive(it.tree()))));
    put(values, "disk", disks);
    put(values, "cdrom", drives);
    put(values, "nic", cards());
    values.put("tpm", Value.of(hardware.tpm().isPresent()));
    return values;
  }

  private static void put(Map<String, Value> values, String block, Map<String, Value> entries) {
    if (!entries.isEmpty()) {
      values.put(block, Value.MapOf.of(entries));
    }
  }

  /** The MAC addresses of labelled cards. */
  public Map<String, String> macs() {
    Map<String, String> macs = new TreeMap<>();
    labels
        .cards()
        .forEach(
            (label, key) ->
                hardware
                    .card(key)
                    .flatMap(it -> it.text("macAddress"))
                    .ifPresent(mac -> macs.put(label, mac.toLowerCase(Locale.ROOT))));
    return macs;
  }

  /** The cards that its address may be of. */
  public OwnCards own() {
    Map<String, String> labelled = macs();
    if (!labelled.isEmpty()) {
      return new OwnCards(labelled, true);
    }
    Map<String, String> all = new LinkedHashMap<>();
    for (Tree card : hardware.cards()) {
      card.text("macAddress")
          .ifPresent(mac -> all.put(card.text("key").orElse(""), mac.toLowerCase(Locale.ROOT)));
    }
    return new OwnCards(all, false);
  }

  /** The addresses of labelled cards, as the guest told them; their order is the guest's. */
  public Map<String, List<String>> addresses() {
    return new OwnCards(macs(), true).addresses(machine.get(OwnCards.NET));
  }

  /** The bytes of the disk that the label {@code root} stands for on a copy. */
  public static Optional<Long> firstDisk(Machine machine) {
    return Hardware.of(machine).disks().stream()
        .findFirst()
        .flatMap(it -> it.tree().number("capacityInKB"))
        .map(kibibytes -> kibibytes * 1024);
  }

  /** How the space of that disk is taken. */
  public static Optional<String> firstProvisioning(Machine machine) {
    return Hardware.of(machine).disks().stream().findFirst().map(it -> provisioning(it.tree()));
  }

  private Optional<Value> disk(String label) {
    return labels
        .diskSlot(label)
        .flatMap(slot -> Hardware.at(hardware.disks(), slot))
        .map(disk -> Value.ObjectOf.of(disk(disk, labels.keeps(label))));
  }

  private Map<String, Value> disk(Attached disk, boolean keep) {
    Tree tree = disk.tree();
    String file = tree.text("backing.fileName").orElse("");
    long limit = tree.number("storageIOAllocation.limit").orElse(-1L);
    Map<String, Value> values = new TreeMap<>();
    values.put("size", Units.kibibytes(tree.number("capacityInKB").orElse(0L)));
    values.put("provisioning", Value.text(provisioning(tree)));
    values.put("file", Value.text(file));
    values.put("datastore", Value.text(Machine.datastoreOf(file)));
    values.put("controller", Value.text(disk.controller().word()));
    values.put("bus", Value.of((long) disk.controller().bus()));
    values.put("unit", Value.of((long) disk.unit()));
    values.put("mode", Value.text(tree.text("backing.diskMode").orElse("persistent")));
    values.put("sharing", Value.text(isShared(tree) ? "multi_writer" : "none"));
    values.put("iops_limit", limit < 0 ? Value.text("unlimited") : Value.of(limit));
    values.put("shares", Disks.weight(tree));
    values.put("keep", Value.of(keep));
    return values;
  }

  private static boolean isShared(Tree disk) {
    return disk.text("backing.sharing").filter("sharingMultiWriter"::equals).isPresent();
  }

  private static String provisioning(Tree disk) {
    if (disk.bool("backing.thinProvisioned").orElse(false)) {
      return "thin";
    }
    return disk.bool("backing.eagerlyScrub").orElse(false) ? "eager" : "thick";
  }

  private static Value drive(Tree drive) {
    Map<String, Value> values = new TreeMap<>();
    if (drive.text("backing.fileName").filter(it -> !it.isEmpty()).isPresent()) {
      values.put("iso", Value.text(drive.text("backing.fileName").orElse("")));
    }
    values.put("connected", Value.of(drive.bool("connectable.startConnected").orElse(true)));
    return Value.ObjectOf.of(values);
  }

  private Map<String, Value> cards() {
    Map<String, Value> cards = new TreeMap<>();
    if (labels.cards().isEmpty()) {
      return cards;
    }
    Map<String, String> byKey = new TreeMap<>();
    labels.cards().forEach((label, key) -> byKey.put(key, label));
    for (Tree card : hardware.cards()) {
      String key = card.text("key").orElse("");
      cards.put(byKey.getOrDefault(key, Cards.unlabelled(card)), card(card));
    }
    return cards;
  }

  private Value card(Tree card) {
    Map<String, Value> values = new TreeMap<>();
    values.put("network", Value.text(network(card)));
    values.put("adapter", Value.text(Cards.adapter(card)));
    card.text("macAddress")
        .ifPresent(mac -> values.put("mac", Value.text(mac.toLowerCase(Locale.ROOT))));
    values.put("connected", Value.of(Cards.isConnected(card, machine.isOn())));
    values.put("wake_on_lan", Value.of(card.bool("wakeOnLanEnabled").orElse(true)));
    return Value.ObjectOf.of(values);
  }

  private String network(Tree card) {
    Optional<String> standard = card.text("backing.deviceName").filter(it -> !it.isEmpty());
    return standard.orElseGet(
        () -> {
          String key = card.text("backing.port.portgroupKey").orElse("");
          return catalog
              .at(new Ref("DistributedVirtualPortgroup", key))
              .map(Entry::name)
              .filter(name -> !name.isEmpty())
              .orElse(key);
        });
  }
}
