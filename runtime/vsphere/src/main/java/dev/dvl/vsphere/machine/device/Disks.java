package dev.dvl.vsphere.machine.device;

import dev.dvl.compiler.value.Value;
import dev.dvl.stdlib.VmDiskIopsLimit;
import dev.dvl.stdlib.VmDiskMode;
import dev.dvl.stdlib.VmDiskPart;
import dev.dvl.stdlib.VmDiskProvisioning;
import dev.dvl.stdlib.VmDiskShares;
import dev.dvl.stdlib.VmDiskSharing;
import dev.dvl.vsphere.catalog.NameProblem;
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
  /** The label of the disk that is the first of what a machine is made from. */
  private static final String ROOT = "root";

  private static final String CUSTOM = "custom";
  private static final long NO_LIMIT = -1;

  /** So many bits of a number of bytes are less than a KiB. */
  private static final int KIBIBYTE = 10;

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

  List<VmSetting> changes(Map<String, VmDiskPart> wanted, List<String> gone)
      throws VSphereException, NameProblem {
    for (String label : gone) {
      remove(label);
    }
    for (Map.Entry<String, VmDiskPart> disk : wanted.entrySet()) {
      Optional<Attached> there = there(disk.getKey());
      if (there.isPresent()) {
        edit(disk.getKey(), there.get(), disk.getValue());
      } else {
        add(disk.getKey(), disk.getValue());
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

  private void add(String label, VmDiskPart want) throws VSphereException, NameProblem {
    Slots.Place place = slots.take(kind(want).orElseGet(this::usual), bus(want), unit(want));
    boolean attach = want.file().isSet();
    Optional<String> store = want.datastore().known();
    String file = want.file().orElse(store.map(it -> "[" + it + "]").orElse(""));
    Optional<Ref> datastore =
        store.isPresent() ? Optional.of(stores.find(store.get())) : Optional.empty();
    long kilobytes = want.size().known().map(it -> it >> KIBIBYTE).orElse(0L);
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
            mode(want),
            sharing(want),
            Optional.empty(),
            iops(want, NO_LIMIT, Shares.NORMAL),
            Optional.empty());
    changes.add(new VmSetting.Device(new DeviceChange.Add(disk)));
    label(label, place.slot(), want.keep().orElse(false) || attach);
  }

  private void edit(String label, Attached disk, VmDiskPart want) throws VSphereException {
    Slots.Place place = place(disk, want);
    Tree tree = disk.tree();
    long has = tree.number("capacityInKB").orElse(0L);
    long kilobytes = want.size().known().map(it -> it >> KIBIBYTE).orElse(has);
    if (kilobytes < has) {
      throw refused(
          "the disk `%s` has %d KiB and cannot be made smaller: %d KiB are wanted."
              .formatted(label, has, kilobytes));
    }
    String mode = mode(want);
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
    label(label, place.slot(), want.keep().orElse(false) || want.file().isSet());
  }

  private Slots.Place place(Attached disk, VmDiskPart want) throws VSphereException {
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

  private static Optional<ControllerKind> kind(VmDiskPart want) {
    return want.controller().known().map(Controller::kind);
  }

  private static Optional<Integer> bus(VmDiskPart want) {
    return want.bus().known().map(Math::toIntExact);
  }

  private static Optional<Integer> unit(VmDiskPart want) {
    return want.unit().known().map(Math::toIntExact);
  }

  private static Provisioning provisioning(VmDiskPart want) {
    return switch (want.provisioning().orElse(VmDiskProvisioning.THIN)) {
      case EAGER -> Provisioning.EAGER;
      case THICK -> Provisioning.LAZY;
      case THIN -> Provisioning.THIN;
    };
  }

  private static Optional<String> sharing(VmDiskPart want) {
    boolean shared = want.sharing().is(VmDiskSharing.MULTI_WRITER);
    return Optional.of(shared ? "sharingMultiWriter" : "sharingNone");
  }

  private static String mode(VmDiskPart want) {
    return want.mode().orElse(VmDiskMode.PERSISTENT).word();
  }

  private static boolean sameIops(VmDiskPart want, Tree tree) {
    return limit(want) == limit(tree) && shares(want).equals(shares(tree));
  }

  /** Nothing where neither what is there nor what is wanted is anything but usual. */
  private static Optional<Allocation> iops(VmDiskPart want, long limitNow, Shares sharesNow) {
    long limit = limit(want);
    Shares shares = shares(want);
    boolean usual =
        limit == NO_LIMIT
            && limitNow == NO_LIMIT
            && shares.equals(Shares.NORMAL)
            && sharesNow.equals(Shares.NORMAL);
    return usual
        ? Optional.empty()
        : Optional.of(
            new Allocation(
                Optional.empty(), Optional.of(limit), Optional.of(shares), Optional.empty()));
  }

  private static long limit(VmDiskPart want) {
    return switch (want.iopsLimit().orElse(new VmDiskIopsLimit.Text("unlimited"))) {
      case VmDiskIopsLimit.Whole(long limit) -> limit;
      case VmDiskIopsLimit.Text ignored -> NO_LIMIT;
    };
  }

  private static long limit(Tree disk) {
    return Math.max(NO_LIMIT, disk.number("storageIOAllocation.limit").orElse(NO_LIMIT));
  }

  private static Shares shares(VmDiskPart want) {
    return switch (want.shares().orElse(new VmDiskShares.Text(Shares.NORMAL.level()))) {
      case VmDiskShares.Whole(long count) -> new Shares(CUSTOM, Math.toIntExact(count));
      case VmDiskShares.Text(String level) -> new Shares(level, 0);
    };
  }

  private static Shares shares(Tree disk) {
    String level = disk.text("storageIOAllocation.shares.level").orElse(Shares.NORMAL.level());
    long count = disk.number("storageIOAllocation.shares.shares").orElse(0L);
    return new Shares(level, level.equals(CUSTOM) ? Math.toIntExact(count) : 0);
  }

  /** The weight of a disk as programs say it: a word, or a number of one's own. */
  static Value weight(Tree disk) {
    Shares shares = shares(disk);
    return shares.level().equals(CUSTOM)
        ? Value.of((long) shares.count())
        : Value.text(shares.level());
  }

  private static VSphereException refused(String why) {
    return new VSphereException(Fault.of(Fault.Kind.REQUEST, why, ""));
  }
}
