package dev.dvl.vsphere.machine.plan;

import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.FieldChange;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Steps;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.stdlib.VmCloudInitOnChange;
import dev.dvl.stdlib.VmCloudInitPart;
import dev.dvl.stdlib.VmPart;
import dev.dvl.stdlib.VmPower;
import dev.dvl.stdlib.VmShutdownPart;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.kind.GivenName;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.machine.read.Look;
import dev.dvl.vsphere.machine.setting.MachineSettings;
import dev.dvl.vsphere.stamp.LaterBirth;
import dev.dvl.vsphere.tag.Tagging;
import java.time.Duration;
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
  private static final Set<String> PLACES = Set.of("resource_pool", "cluster", "esxi", "datastore");
  private static final Set<String> APART =
      Set.of("name", "folder", "power", "hardware_version", "custom_attributes", "tags");
  private static final String PROPERTIES = "vapp_properties";
  private static final Duration USUAL_GRACE = Duration.ofMinutes(3);
  private static final Duration MARGIN = Duration.ofMinutes(1);

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
    if (differs("name")) {
      step("rename", VmCalls.RENAME)
          .with(new MachineArguments.Rename(object, name, GivenName.of(desired)))
          .repeatable()
          .add();
    }
    if (differs("folder")) {
      step("move", VmCalls.MOVE)
          .with(new MachineArguments.Move(object, name, part.folder()))
          .repeatable()
          .add();
    }
    relocate();
    if (Tagging.differs(change)) {
      Tagging.complete(step("tags", Tagging.call("vm")), change, object, name).add();
    }
    boolean off = isOn() && needsOff();
    if (off) {
      stop(steps, live, shutdown(desired));
    }
    configure();
    if (differs("hardware_version")) {
      step("upgrade", VmCalls.UPGRADE)
          .with(new MachineArguments.Upgrade(object, name, part.hardwareVersion()))
          .repeatable()
          .add();
    }
    if (differs("custom_attributes")) {
      step("fields", VmCalls.FIELDS)
          .with(new MachineArguments.Fields(object, name, withRemoved("custom_attributes")))
          .repeatable()
          .add();
    }
    power(off ? Optional.of(VmPower.OFF) : VmPart.of(live.values()).power().known());
    step("done", VmCalls.COMMIT)
        .with(new MachineArguments.Commit(object, name, Optional.empty(), Set.of()))
        .committing()
        .repeatable()
        .add();
  }

  private void relocate() {
    boolean disks = change.fields().stream().anyMatch(VmUpdate::isDiskPlace);
    if (disks || PLACES.stream().anyMatch(this::differs)) {
      Map<String, Value> places = new TreeMap<>(want);
      places.keySet().retainAll(PLACES);
      if (!differs("datastore")) {
        places.remove("datastore");
      }
      // A machine takes its disks with it, but for those that are told where to be.
      places.put("disk", wanted("disk"));
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
        && field.path().attribute().equals("disk")
        && at.getLast().equals(new Path.Step.Field("datastore"))
        && !field.before().isNull();
  }

  private void configure() {
    Map<String, Value> set = set();
    boolean pushes =
        differs("cloud_init")
            && part.cloudInit().then(VmCloudInitPart::onChange).is(VmCloudInitOnChange.PUSH);
    // Which tags are dvl's stands in the record, which is kept up with the program here.
    if (Tagging.differs(change)
        || !change.fields().stream().allMatch(field -> isApart(field.path().attribute()))) {
      if (pushes) {
        set.put("cloud_init", wanted("cloud_init"));
      }
      step("configure", VmCalls.CONFIGURE)
          .with(
              new MachineArguments.Configuration(
                  object,
                  name,
                  Value.ObjectOf.of(set),
                  goneDisks(),
                  pushes ? Optional.of(true) : Optional.empty(),
                  LaterBirth.of(live, desired)))
          .repeatable()
          .add();
    }
  }

  private static boolean isApart(String attribute) {
    return APART.contains(attribute) || PLACES.contains(attribute);
  }

  /** What differs, as it is to be. */
  private Map<String, Value> set() {
    Map<String, Value> set = new TreeMap<>();
    for (FieldChange field : change.fields()) {
      String attribute = field.path().attribute();
      if (!isApart(attribute) && !set.containsKey(attribute)) {
        set.put(attribute, valueOf(attribute));
      }
    }
    set.values().removeIf(Value::isNull);
    return set;
  }

  private Value valueOf(String attribute) {
    return switch (attribute) {
      case "extra_config", "vapp_properties" -> withRemoved(attribute);
      case "disk", "nic", "cdrom" -> Value.MapOf.of(Wanted.of(wanted(attribute)).values());
      case "boot" -> {
        Map<String, Value> boot =
            new TreeMap<>(
                Wanted.of(MachineSettings.rest().getOrDefault(attribute, Value.Null.NULL))
                    .values());
        boot.putAll(Wanted.of(wanted(attribute)).values());
        yield Value.ObjectOf.of(boot);
      }
      case "cloud_init", "customize", "guest", "wait", "shutdown", "ovf" -> Value.Null.NULL;
      default -> {
        Value value = wanted(attribute);
        yield value.isNull()
            ? MachineSettings.rest().getOrDefault(attribute, Value.Null.NULL)
            : value;
      }
    };
  }

  /** A map with an empty text for each entry that is to go. */
  private Value withRemoved(String attribute) {
    Map<String, Value> entries = new TreeMap<>(Wanted.of(wanted(attribute)).values());
    for (FieldChange field : change.fields()) {
      if (field.path().attribute().equals(attribute)) {
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
      if (field.path().attribute().equals("disk")
          && at.size() == 2
          && at.get(1) instanceof Path.Step.Entry(String label)
          && !wanted.contains(label)) {
        gone.add(label);
      }
    }
    return gone;
  }

  private void power(Optional<VmPower> now) {
    VmPower wanted = part.power().orElse(VmPower.ON);
    Optional<VmPower> same = Optional.of(wanted);
    if (wanted == VmPower.OFF && !now.equals(same)) {
      stop(steps, live, shutdown(desired));
    }
    if (wanted != VmPower.OFF && !now.equals(Optional.of(VmPower.ON)) && !now.equals(same)) {
      start(wanted);
    }
    if (wanted == VmPower.SUSPENDED && !now.equals(same)) {
      step("suspend", VmCalls.SUSPEND)
          .with(new MachineArguments.Only(object, name))
          .repeatable()
          .add();
    }
  }

  private void start(VmPower wanted) {
    Optional<Value.ObjectOf> wait = VmMaking.block(Value.ObjectOf.of(want), "wait");
    step("start", VmCalls.START)
        .with(new MachineArguments.Start(object, name, wait))
        .reaching("started")
        .repeatable()
        .add();
    if (wanted == VmPower.ON && wait.isPresent()) {
      about(steps.waits("wait", VmCalls.WAIT))
          .with(new MachineArguments.Start(object, name, wait))
          .reaching("ready")
          .within(VmMaking.waitLimit(part).plus(MARGIN))
          .repeatable()
          .add();
    }
  }

  /** How the program says that a machine may be shut down. */
  static Optional<Value.ObjectOf> shutdown(Desired desired) {
    return VmMaking.block(Value.ObjectOf.of(desired.values()), "shutdown");
  }

  /** Shuts a machine down, as the program says that it may be. */
  static void stop(Steps steps, Live live, Optional<Value.ObjectOf> shutdown) {
    Duration grace =
        shutdown.map(it -> VmShutdownPart.of(it).grace().orElse(USUAL_GRACE)).orElse(USUAL_GRACE);
    steps
        .changes("stop", VmCalls.STOP)
        .with(
            new MachineArguments.Stop(
                new Link.Id(live.ref().id()),
                live.ref().name(),
                shutdown.orElse(Value.ObjectOf.of(Map.of()))))
        .locking("vm:" + live.ref().name())
        .within(grace.plus(MARGIN))
        .repeatable()
        .add();
  }

  /** A disk that a snapshot reads from cannot grow. */
  private void snapshotInTheWay() {
    if (!Look.hasSnapshots(live)) {
      return;
    }
    for (FieldChange field : change.fields()) {
      List<Path.Step> at = field.path().steps();
      if (field.path().attribute().equals("disk")
          && at.size() == 3
          && at.getLast().equals(new Path.Step.Field("size"))
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
    if (differs(PROPERTIES)) {
      Undeclared.of(desired.instance(), Look.properties(live)).forEach(steps::find);
    }
  }

  private boolean needsOff() {
    return change.fields().stream()
        .filter(field -> !field.path().attribute().equals("power"))
        .anyMatch(field -> field.impact() == Impact.POWER_OFF);
  }

  private boolean isOn() {
    return VmPart.of(live.values()).power().is(VmPower.ON);
  }

  private boolean differs(String attribute) {
    return change.fields().stream().anyMatch(it -> it.path().attribute().equals(attribute));
  }

  private Value wanted(String attribute) {
    return want.getOrDefault(attribute, Value.Null.NULL);
  }

  private Steps.Step step(String id, String call) {
    return about(steps.changes(id, call));
  }

  private Steps.Step about(Steps.Step step) {
    return step.locking("vm:" + name);
  }
}
