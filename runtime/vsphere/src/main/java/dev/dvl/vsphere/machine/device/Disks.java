package dev.dvl.vsphere.machine.device;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.machine.setting.Units;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.spec.Allocation;
import dev.dvl.vsphere.session.spec.DeviceChange;
import dev.dvl.vsphere.session.spec.DeviceSpec;
import dev.dvl.vsphere.session.spec.DeviceSpec.ControllerKind;
import dev.dvl.vsphere.session.spec.DeviceSpec.Provisioning;
import dev.dvl.vsphere.session.spec.Shares;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings disks to what is wanted. A disk that is not named among those to go stays, whatever the
 * program says.
 */
final class Disks {
  private static final String ROOT = "root";

  private final Hardware hardware;
  private final Labels labels;
  private final Slots slots;
  private final Stores stores;
  private final List<VmSetting> changes = new ArrayList<>();

  Disks(Hardware hardware, Labels labels, Slots slots, Stores stores) {
    this.hardware = hardware;
    this.labels = labels;
    this.slots = slots;
    this.stores = stores;
  }

  /** Finds datastores by name. */
  interface Stores {
    Ref find(String name) throws VSphereException, NameProblem;
  }

  List<VmSetting> changes(Map<String, Value> wanted, List<String> gone)
      throws VSphereException, NameProblem {
    for (String label : gone) {
      remove(label);
    }
    for (Map.Entry<String, Value> disk : wanted.entrySet()) {
      Optional<Attached> there = there(disk.getKey());
      if (there.isPresent()) {
        edit(disk.getKey(), there.get(), Wanted.of(disk.getValue()));
      } else {
        add(disk.getKey(), Wanted.of(disk.getValue()));
      }
    }
    return changes;
  }

  /** The disk of a label; {@code root} is the first, until somebody is. */
  private Optional<Attached> there(String label) {
    Optional<Attached> labelled =
        labels.diskSlot(label).flatMap(slot -> Hardware.at(hardware.disks(), slot));
    boolean first = label.equals(ROOT) && !labels.disks().containsKey(ROOT);
    return first ? hardware.disks().stream().filter(this::isFree).findFirst() : labelled;
  }

  private boolean isFree(Attached disk) {
    return labels.disks().keySet().stream()
        .noneMatch(it -> labels.diskSlot(it).filter(disk.slot()::equals).isPresent());
  }

  private void remove(String label) {
    labels
        .diskSlot(label)
        .flatMap(slot -> Hardware.at(hardware.disks(), slot))
        .ifPresent(
            disk -> {
              slots.free(disk);
              boolean files = !labels.keeps(label);
              changes.add(new VmSetting.Device(new DeviceChange.Remove(disk.tree(), files)));
            });
    if (labels.disks().containsKey(label)) {
      changes.add(new VmSetting.Extra(Labels.DISK + label, ""));
    }
  }

  private void add(String label, Wanted want) throws VSphereException, NameProblem {
    Slots.Place place = slots.take(kind(want).orElseGet(this::usual), bus(want), unit(want));
    boolean attach = want.has("file");
    Optional<String> store = want.text("datastore");
    String file = want.text("file").orElse(store.map(it -> "[" + it + "]").orElse(""));
    Optional<Ref> datastore =
        store.isPresent() ? Optional.of(stores.find(store.get())) : Optional.empty();
    long kilobytes = want.has("size") ? Units.inKibibytes(want.value("size")) : 0;
    if (!attach && kilobytes == 0) {
      throw refused("the disk `" + label + "` is new and has no size.");
    }
    DeviceSpec.Disk disk =
        new DeviceSpec.Disk(
            slots.key(),
            place.controller().key(),
            place.unit(),
            kilobytes,
            file,
            datastore,
            attach,
            provisioning(want),
            want.text("mode").orElse("persistent"),
            sharing(want),
            Optional.empty(),
            iops(want, Value.text("unlimited"), Value.text("normal")),
            Optional.empty());
    changes.add(new VmSetting.Device(new DeviceChange.Add(disk)));
    label(label, place.slot(), want.isTrue("keep") || attach);
  }

  private void edit(String label, Attached disk, Wanted want) throws VSphereException {
    Slots.Place place = place(disk, want);
    Tree tree = disk.tree();
    long has = tree.number("capacityInKB").orElse(0L);
    long kilobytes = want.has("size") ? Units.inKibibytes(want.value("size")) : has;
    if (kilobytes < has) {
      throw refused(
          "the disk `%s` has %d KiB and cannot be made smaller: %d KiB are wanted."
              .formatted(label, has, kilobytes));
    }
    String mode = want.text("mode").orElse("persistent");
    Optional<Allocation> iops = iops(want, limit(tree), shares(tree));
    boolean same =
        place.slot().equals(disk.slot())
            && kilobytes == has
            && mode.equals(tree.text("backing.diskMode").orElse("persistent"))
            && sharing(want).equals(Optional.of(tree.text("backing.sharing").orElse("sharingNone")))
            && sameIops(want, tree);
    if (!same) {
      DeviceSpec.Disk wanted =
          new DeviceSpec.Disk(
              disk.key(),
              place.controller().key(),
              place.unit(),
              kilobytes,
              "",
              Optional.empty(),
              false,
              Provisioning.THIN,
              mode,
              sharing(want),
              Optional.empty(),
              iops,
              Optional.empty());
      changes.add(new VmSetting.Device(new DeviceChange.Edit(tree, wanted)));
    }
    label(label, place.slot(), want.isTrue("keep") || want.has("file"));
  }

  private Slots.Place place(Attached disk, Wanted want) throws VSphereException {
    Controller now = disk.controller();
    boolean stays =
        kind(want).orElse(now.kind()) == now.kind()
            && bus(want).orElse(now.bus()) == now.bus()
            && unit(want).orElse(disk.unit()) == disk.unit();
    if (stays) {
      return new Slots.Place(now, disk.unit());
    }
    slots.free(disk);
    return slots.take(kind(want).orElse(now.kind()), bus(want), unit(want));
  }

  private void label(String label, String slot, boolean keep) {
    String text = Labels.disk(slot, keep);
    if (!text.equals(labels.disks().get(label))) {
      changes.add(new VmSetting.Extra(Labels.DISK + label, text));
    }
  }

  /** New disks hang where the others do. */
  private ControllerKind usual() {
    return hardware.disks().stream()
        .map(it -> it.controller().kind())
        .findFirst()
        .orElse(ControllerKind.PVSCSI);
  }

  private static Optional<ControllerKind> kind(Wanted want) {
    return want.text("controller").map(Controller::kind);
  }

  private static Optional<Integer> bus(Wanted want) {
    return want.number("bus").map(Math::toIntExact);
  }

  private static Optional<Integer> unit(Wanted want) {
    return want.number("unit").map(Math::toIntExact);
  }

  private static Provisioning provisioning(Wanted want) {
    return switch (want.text("provisioning").orElse("thin")) {
      case "eager" -> Provisioning.EAGER;
      case "thick" -> Provisioning.LAZY;
      case String thin -> Provisioning.THIN;
    };
  }

  private static Optional<String> sharing(Wanted want) {
    boolean shared = want.text("sharing").filter("multi_writer"::equals).isPresent();
    return Optional.of(shared ? "sharingMultiWriter" : "sharingNone");
  }

  private static boolean sameIops(Wanted want, Tree tree) {
    return (want.has("iops_limit") ? want.value("iops_limit") : Value.text("unlimited"))
            .equals(limit(tree))
        && (want.has("shares") ? want.value("shares") : Value.text("normal")).equals(shares(tree));
  }

  private static Optional<Allocation> iops(Wanted want, Value limitNow, Value sharesNow) {
    Value unlimited = Value.text("unlimited");
    Value normal = Value.text("normal");
    Value limit = want.has("iops_limit") ? want.value("iops_limit") : unlimited;
    Value shares = want.has("shares") ? want.value("shares") : normal;
    if (limit.equals(unlimited)
        && shares.equals(normal)
        && limitNow.equals(unlimited)
        && sharesNow.equals(normal)) {
      return Optional.empty();
    }
    return Optional.of(
        new Allocation(
            Optional.empty(),
            Optional.of(limit.equals(unlimited) ? -1L : Units.amount(limit)),
            Optional.of(
                shares instanceof Value.Text(String level)
                    ? new Shares(level, 0)
                    : new Shares("custom", Math.toIntExact(Units.amount(shares)))),
            Optional.empty()));
  }

  private static Value limit(Tree disk) {
    long limit = disk.number("storageIOAllocation.limit").orElse(-1L);
    return limit < 0 ? Value.text("unlimited") : Value.of(limit);
  }

  /** The weight of a disk: a word, or a number of one's own. */
  static Value shares(Tree disk) {
    String level = disk.text("storageIOAllocation.shares.level").orElse("normal");
    return level.equals("custom")
        ? Value.of(disk.number("storageIOAllocation.shares.shares").orElse(0L))
        : Value.text(level);
  }

  private static VSphereException refused(String why) {
    return new VSphereException(Fault.of(Fault.Kind.REQUEST, why, ""));
  }
}
