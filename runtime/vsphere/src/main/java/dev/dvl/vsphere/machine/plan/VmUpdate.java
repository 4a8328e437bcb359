package dev.dvl.vsphere.machine.plan;

import dev.dvl.compiler.value.AttributeName;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.FieldChange;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Steps;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.stdlib.VmAttribute;
import dev.dvl.stdlib.VmCloudInitOnChange;
import dev.dvl.stdlib.VmCloudInitPart;
import dev.dvl.stdlib.VmDiskAttribute;
import dev.dvl.stdlib.VmPart;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.kind.GivenName;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.machine.read.Look;
import dev.dvl.vsphere.machine.setting.MachineSettings;
import dev.dvl.vsphere.stamp.LaterBirth;
import dev.dvl.vsphere.tag.Tagging;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Changes of one machine in place: at most one reconfiguration, with the machine off around it
 * where the plan says so.
 */
final class VmUpdate {
  private static final Set<VmAttribute> PLACES =
      Set.of(
          VmAttribute.RESOURCE_POOL, VmAttribute.CLUSTER, VmAttribute.ESXI, VmAttribute.DATASTORE);
  private static final Set<VmAttribute> APART =
      Set.of(
          VmAttribute.NAME,
          VmAttribute.FOLDER,
          VmAttribute.POWER,
          VmAttribute.HARDWARE_VERSION,
          VmAttribute.CUSTOM_ATTRIBUTES,
          VmAttribute.TAGS);
  private final Change change;
  private final Steps steps;
  private final Live live;
  private final Desired desired;
  private final Link.Made object;
  private final String name;
  private final Map<String, Value> want;
  private final VmPart part;

  VmUpdate(Change change, Steps steps) {
    this.change = change;
    this.steps = steps;
    this.live = change.before().orElseThrow();
    this.desired = change.after().orElseThrow();
    this.object = new Link.Id(live.ref().id());
    this.name = live.ref().name();
    this.want = Links.wrapped(desired.values());
    this.part = VmPart.of(desired.values());
  }

  void plan() {
    snapshotInTheWay();
    undeclared();
    if (differs(VmAttribute.NAME)) {
      rename();
    }
    if (differs(VmAttribute.FOLDER)) {
      step("move", VmCalls.MOVE)
          .with(new MachineArguments.Move(object, name, part.folder()))
          .repeatable()
          .add();
    }
    PowerPath power = new PowerPath(change, steps);
    power.wake();
    relocate();
    if (Tagging.differs(change)) {
      Tagging.complete(step("tags", Tagging.call("vm")), change, object, name).add();
    }
    power.leave();
    configure();
    if (differs(VmAttribute.HARDWARE_VERSION)) {
      step("upgrade", VmCalls.UPGRADE)
          .with(new MachineArguments.Upgrade(object, name, part.hardwareVersion()))
          .repeatable()
          .add();
    }
    if (differs(VmAttribute.CUSTOM_ATTRIBUTES)) {
      step("fields", VmCalls.FIELDS)
          .with(
              new MachineArguments.Fields(object, name, withRemoved(VmAttribute.CUSTOM_ATTRIBUTES)))
          .repeatable()
          .add();
    }
    power.arrive();
    step("done", VmCalls.COMMIT)
        .with(new MachineArguments.Commit(object, name, Optional.empty(), Set.of()))
        .committing()
        .repeatable()
        .add();
  }

  private void rename() {
    String passing = VmPlan.passing(name, desired.birth().op());
    named(step("make_room", VmCalls.RENAME), passing).givingName().spare().add();
    named(step("rename", VmCalls.RENAME), GivenName.of(desired)).givingName().takingName().add();
    Need[] takenBack = {Need.begun("make_room"), Need.failed("rename")};
    named(steps.undoes("undo_name", VmCalls.RENAME, takenBack), name).takingName().spare().add();
  }

  private Steps.Step named(Steps.Step step, String other) {
    return step.with(new MachineArguments.Rename(object, name, other)).repeatable();
  }

  private void relocate() {
    boolean disks = change.fields().stream().anyMatch(VmUpdate::isDiskPlace);
    if (disks || PLACES.stream().anyMatch(this::differs)) {
      Map<String, Value> places = new TreeMap<>(want);
      places.keySet().retainAll(AttributeName.words(PLACES));
      if (!differs(VmAttribute.DATASTORE)) {
        places.remove(VmAttribute.DATASTORE.word());
      }
      // A machine takes its disks with it, but for those that are told where to be.
      places.put(VmAttribute.DISK.word(), wanted(VmAttribute.DISK));
      step("relocate", VmCalls.RELOCATE)
          .with(new MachineArguments.Wish(object, name, Value.ObjectOf.of(places)))
          .within(Steps.LONG)
          .repeatable()
          .add();
    }
  }

  private static boolean isDiskPlace(FieldChange field) {
    List<Path.Step> at = field.path().steps();
    return at.size() == 3
        && VmAttribute.DISK.holds(field.path())
        && VmDiskAttribute.DATASTORE.ends(field.path())
        && !field.before().isNull();
  }

  private void configure() {
    Map<String, Value> set = set();
    boolean pushes =
        differs(VmAttribute.CLOUD_INIT)
            && part.cloudInit().then(VmCloudInitPart::onChange).is(VmCloudInitOnChange.PUSH);
    // Which tags are dvl's stands in the record, which is kept up with the program here.
    if (Tagging.differs(change) || !change.fields().stream().allMatch(VmUpdate::isApart)) {
      if (pushes) {
        set.put(VmAttribute.CLOUD_INIT.word(), wanted(VmAttribute.CLOUD_INIT));
        set.put(VmAttribute.GUEST.word(), wanted(VmAttribute.GUEST));
        set.values().removeIf(Value::isNull);
      }
      step("configure", VmCalls.CONFIGURE)
          .with(
              new MachineArguments.Configuration(
                  object,
                  name,
                  Value.ObjectOf.of(set),
                  goneDisks(),
                  pushes ? Optional.of(true) : Optional.empty(),
                  LaterBirth.of(live, desired),
                  Optional.empty()))
          .repeatable()
          .add();
    }
  }

  private static boolean isApart(FieldChange field) {
    return attribute(field).filter(it -> APART.contains(it) || PLACES.contains(it)).isPresent();
  }

  private static Optional<VmAttribute> attribute(FieldChange field) {
    return VmAttribute.of(field.path().attribute());
  }

  /** What differs, as it is to be. */
  private Map<String, Value> set() {
    Map<String, Value> set = new TreeMap<>();
    change.fields().stream()
        .filter(field -> !isApart(field))
        .flatMap(field -> attribute(field).stream())
        .distinct()
        .forEach(attribute -> set.put(attribute.word(), valueOf(attribute)));
    set.values().removeIf(Value::isNull);
    return set;
  }

  private Value valueOf(VmAttribute attribute) {
    return switch (attribute) {
      case EXTRA_CONFIG, VAPP_PROPERTIES -> withRemoved(attribute);
      case DISK, NIC, CDROM -> Value.MapOf.of(Wanted.of(wanted(attribute)).values());
      case BOOT -> {
        Map<String, Value> boot = new TreeMap<>(Wanted.of(atRest(attribute)).values());
        boot.putAll(Wanted.of(wanted(attribute)).values());
        yield Value.ObjectOf.of(boot);
      }
      case CLOUD_INIT, CUSTOMIZE, GUEST, WAIT, SHUTDOWN, OVF -> Value.Null.NULL;
      default -> {
        Value value = wanted(attribute);
        yield value.isNull() ? atRest(attribute) : value;
      }
    };
  }

  private static Value atRest(VmAttribute attribute) {
    return MachineSettings.rest().getOrDefault(attribute.word(), Value.Null.NULL);
  }

  /** A map with an empty text for each entry that is to go. */
  private Value withRemoved(VmAttribute attribute) {
    Map<String, Value> entries = new TreeMap<>(Wanted.of(wanted(attribute)).values());
    for (FieldChange field : change.fields()) {
      if (attribute.holds(field.path())) {
        List<Path.Step> at = field.path().steps();
        if (at.size() > 1 && at.get(1) instanceof Path.Step.Entry(String key)) {
          entries.putIfAbsent(key, Value.text(""));
        } else {
          Wanted.of(field.before())
              .values()
              .keySet()
              .forEach(key -> entries.putIfAbsent(key, Value.text("")));
        }
      }
    }
    return Value.MapOf.of(entries);
  }

  private List<String> goneDisks() {
    List<String> gone = new ArrayList<>();
    Set<String> wanted = part.disk().orElse(new TreeMap<>()).keySet();
    for (FieldChange field : change.fields()) {
      List<Path.Step> at = field.path().steps();
      if (VmAttribute.DISK.holds(field.path())
          && at.size() == 2
          && at.get(1) instanceof Path.Step.Entry(String label)
          && !wanted.contains(label)) {
        gone.add(label);
      }
    }
    return gone;
  }

  /** A disk that a snapshot reads from cannot grow. */
  private void snapshotInTheWay() {
    if (!Look.hasSnapshots(live)) {
      return;
    }
    for (FieldChange field : change.fields()) {
      List<Path.Step> at = field.path().steps();
      if (VmAttribute.DISK.holds(field.path())
          && at.size() == 3
          && VmDiskAttribute.SIZE.ends(field.path())
          && !field.before().isNull()) {
        steps.find(
            new Finding(
                Codes.SNAPSHOT_IN_THE_WAY,
                change.address(),
                Optional.of(field.path()),
                "A disk cannot grow while the machine has a snapshot.",
                List.of("Remove the snapshots of `" + live.ref().name() + "` first.")));
      }
    }
  }

  /** The properties of a machine are those that its OVF file declared; no call makes one. */
  private void undeclared() {
    if (differs(VmAttribute.VAPP_PROPERTIES)) {
      Undeclared.of(desired.instance(), Look.properties(live)).forEach(steps::find);
    }
  }

  private boolean differs(VmAttribute attribute) {
    return change.fields().stream().anyMatch(it -> attribute.holds(it.path()));
  }

  private Value wanted(VmAttribute attribute) {
    return want.getOrDefault(attribute.word(), Value.Null.NULL);
  }

  private Steps.Step step(String id, String call) {
    return steps.changes(id, call).locking("vm:" + name);
  }
}
