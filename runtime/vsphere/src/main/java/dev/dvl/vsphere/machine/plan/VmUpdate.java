package dev.dvl.vsphere.machine.plan;

import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.FieldChange;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Steps;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.machine.read.Look;
import dev.dvl.vsphere.machine.setting.Settings;
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
  private final Map<String, Value> want;

  VmUpdate(Change change, Steps steps) {
    this.change = change;
    this.steps = steps;
    this.live = change.before().orElseThrow();
    this.desired = change.after().orElseThrow();
    this.want = Links.wrapped(desired.values());
  }

  void plan() {
    snapshotInTheWay();
    undeclared();
    if (differs("name")) {
      step("rename", Calls.RENAME).with("to", VmMaking.name(desired)).repeatable().add();
    }
    if (differs("folder")) {
      step("move", Calls.MOVE).with("folder", wanted("folder")).repeatable().add();
    }
    relocate();
    if (Tagging.differs(change)) {
      Tagging.complete(step("tags", Tagging.call("vm")), change).add();
    }
    boolean off = isOn() && needsOff();
    if (off) {
      stop(steps, live, Optional.of(desired.values()));
    }
    configure();
    if (differs("hardware_version")) {
      step("upgrade", Calls.UPGRADE)
          .with("version", desired.value("hardware_version"))
          .repeatable()
          .add();
    }
    if (differs("custom_attributes")) {
      step("fields", Calls.FIELDS).with("set", withRemoved("custom_attributes")).repeatable().add();
    }
    power(off ? "off" : text(live.value("power")));
    step("done", Calls.COMMIT).committing().repeatable().add();
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
      step("relocate", Calls.RELOCATE)
          .with("want", Value.ObjectOf.of(places))
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
    List<Value> gone = goneDisks();
    boolean pushes =
        differs("cloud_init")
            && Wanted.of(desired.value("cloud_init"))
                .text("on_change")
                .filter("push"::equals)
                .isPresent();
    // Which tags are dvl's stands in the record, which is kept up with the program here.
    if (Tagging.differs(change)
        || !change.fields().stream().allMatch(field -> isApart(field.path().attribute()))) {
      if (pushes) {
        set.put("cloud_init", want.getOrDefault("cloud_init", Value.Null.NULL));
      }
      step("configure", Calls.CONFIGURE)
          .with("set", Value.ObjectOf.of(set))
          .with("gone", gone.isEmpty() ? Value.Null.NULL : new Value.ListOf(gone))
          .with("guest", pushes ? Value.of(true) : Value.Null.NULL)
          .with("birth", LaterBirth.of(live, desired))
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
                Wanted.of(Settings.rest().getOrDefault("boot", Value.Null.NULL)).values());
        boot.putAll(Wanted.of(wanted(attribute)).values());
        yield Value.ObjectOf.of(boot);
      }
      case "cloud_init", "customize", "guest", "wait", "shutdown", "ovf" -> Value.Null.NULL;
      default -> {
        Value value = wanted(attribute);
        yield value.isNull() ? Settings.rest().getOrDefault(attribute, Value.Null.NULL) : value;
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

  private List<Value> goneDisks() {
    List<Value> gone = new ArrayList<>();
    Map<String, Value> wanted = Wanted.of(wanted("disk")).values();
    for (FieldChange field : change.fields()) {
      List<Path.Step> at = field.path().steps();
      if (field.path().attribute().equals("disk")
          && at.size() == 2
          && at.get(1) instanceof Path.Step.Entry(String label)
          && !wanted.containsKey(label)) {
        gone.add(Value.text(label));
      }
    }
    return gone;
  }

  private void power(String now) {
    String wanted = desired.value("power") instanceof Value.Text(String word) ? word : "on";
    if (wanted.equals("off") && !now.equals("off")) {
      stop(steps, live, Optional.of(desired.values()));
    }
    if (!wanted.equals("off") && !now.equals("on") && !now.equals(wanted)) {
      step("start", Calls.START)
          .with("wait", wanted("wait"))
          .reaching("started")
          .repeatable()
          .add();
      if (wanted.equals("on") && !wanted("wait").isNull()) {
        about(steps.waits("wait", Calls.WAIT))
            .with("wait", wanted("wait"))
            .reaching("ready")
            .within(waitLimit())
            .repeatable()
            .add();
      }
    }
    if (wanted.equals("suspended") && !now.equals("suspended")) {
      step("suspend", Calls.SUSPEND).repeatable().add();
    }
  }

  private Duration waitLimit() {
    return Wanted.of(wanted("wait"))
        .number("timeout")
        .map(Duration::ofNanos)
        .orElse(Duration.ofMinutes(5))
        .plus(MARGIN);
  }

  /** Shuts a machine down, as the program says that it may be. */
  static void stop(Steps steps, Live live, Optional<? extends Map<String, Value>> values) {
    Wanted shutdown =
        Wanted.of(
            values
                .<Value>map(it -> it.getOrDefault("shutdown", Value.Null.NULL))
                .orElse(Value.Null.NULL));
    Duration grace = shutdown.number("grace").map(Duration::ofNanos).orElse(USUAL_GRACE);
    steps
        .changes("stop", Calls.STOP)
        .with("object", live.ref().id())
        .with("name", live.ref().name())
        .with("shutdown", Value.ObjectOf.of(shutdown.values()))
        .locking("vm:" + live.ref().name())
        .within(grace.plus(MARGIN))
        .repeatable()
        .add();
  }

  /** A disk that a snapshot reads from cannot grow. */
  private void snapshotInTheWay() {
    if (!live.value(Look.SNAPSHOTS).equals(Value.of(true))) {
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
      List<String> declared = new Wanted(live.values()).texts(Look.PROPERTIES);
      Undeclared.of(desired.instance(), declared).forEach(steps::find);
    }
  }

  private boolean needsOff() {
    return change.fields().stream()
        .filter(field -> !field.path().attribute().equals("power"))
        .anyMatch(field -> field.impact() == Impact.POWER_OFF);
  }

  private boolean isOn() {
    return live.value("power").equals(Value.text("on"));
  }

  private boolean differs(String attribute) {
    return change.fields().stream().anyMatch(it -> it.path().attribute().equals(attribute));
  }

  private Value wanted(String attribute) {
    return want.getOrDefault(attribute, Value.Null.NULL);
  }

  private static String text(Value value) {
    return value instanceof Value.Text(String text) ? text : "";
  }

  private Steps.Step step(String id, String call) {
    return about(steps.changes(id, call));
  }

  private Steps.Step about(Steps.Step step) {
    return step.with("object", live.ref().id())
        .with("name", live.ref().name())
        .locking("vm:" + live.ref().name());
  }
}
