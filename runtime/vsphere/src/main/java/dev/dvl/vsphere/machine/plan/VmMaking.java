package dev.dvl.vsphere.machine.plan;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.provider.Steps;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.stamp.BirthText;
import dev.dvl.vsphere.stamp.MakingName;
import dev.dvl.vsphere.tag.Tagging;
import java.time.Duration;
import java.util.Map;

/** The steps by which a new machine comes up. */
final class VmMaking {
  private static final Duration MARGIN = Duration.ofMinutes(2);
  private static final Duration USUAL_WAIT = Duration.ofMinutes(5);

  private final Change change;
  private final Desired desired;
  private final Steps steps;
  private final Value.Ref object;
  private final Map<String, Value> want;

  VmMaking(Change change, Steps steps) {
    this.change = change;
    this.desired = change.after().orElseThrow();
    this.steps = steps;
    this.object = new Value.Ref(change.address(), "vm");
    this.want = Links.wrapped(desired.values());
  }

  static String name(Desired desired) {
    return desired.value("name") instanceof Value.Text(String text)
        ? text
        : desired.instance().address().toString();
  }

  void make() {
    step("create", Calls.CREATE)
        .with("want", Value.ObjectOf.of(want))
        .with("birth", BirthText.write(desired.birth()))
        .with("making", isImported() ? Value.text(making()) : Value.Null.NULL)
        .within(Steps.LONG)
        .add();
    if (want.containsKey("hardware_version")) {
      step("upgrade", Calls.UPGRADE)
          .with("object", object)
          .with("version", desired.value("hardware_version"))
          .repeatable()
          .add();
    }
    step("configure", Calls.CONFIGURE)
        .with("object", object)
        .with("set", Value.ObjectOf.of(want))
        .with("guest", Value.of(true))
        .repeatable()
        .add();
    if (want.containsKey("customize")) {
      step("customize", Calls.CUSTOMIZE)
          .with("object", object)
          .with("want", Value.ObjectOf.of(want))
          .repeatable()
          .add();
    }
    if (want.containsKey("custom_attributes")) {
      step("fields", Calls.FIELDS)
          .with("object", object)
          .with("set", desired.value("custom_attributes"))
          .repeatable()
          .add();
    }
    step("commit", Calls.COMMIT)
        .with("object", object)
        .with("making", isImported() ? Value.text(making()) : Value.Null.NULL)
        .with(
            "cards",
            Wanted.of(desired.value("nic")).values().isEmpty() ? Value.Null.NULL : labels())
        .committing()
        .repeatable()
        .reaching("created")
        .add();
    if (want.containsKey("tags")) {
      Tagging.complete(step("tags", Tagging.call("vm")), change).with("object", object).add();
    }
  }

  private boolean isImported() {
    return want.containsKey("ovf") || want.containsKey("library_item");
  }

  /** What is imported has no birth record from the start, and is told by its name until it has. */
  private String making() {
    return MakingName.of(name(desired), desired.birth().stack(), desired.birth().op()).text();
  }

  private Value labels() {
    return Value.SetOf.of(
        Wanted.of(desired.value("nic")).values().keySet().stream().map(Value::text).toList());
  }

  /** Starts it, where it is to run; the id of the last op. */
  String start() {
    String power = desired.value("power") instanceof Value.Text(String word) ? word : "on";
    if (power.equals("off")) {
      return want.containsKey("tags") ? "tags" : "commit";
    }
    step("start", Calls.START)
        .with("object", object)
        .with("wait", want.getOrDefault("wait", Value.Null.NULL))
        .reaching("started")
        .repeatable()
        .add();
    if (power.equals("suspended")) {
      step("suspend", Calls.SUSPEND).with("object", object).repeatable().add();
      return "suspend";
    }
    if (!want.containsKey("wait") && !desired.awaited().contains("ready")) {
      return "start";
    }
    Wanted wait = Wanted.of(want.getOrDefault("wait", Value.Null.NULL));
    about(steps.waits("wait", Calls.WAIT))
        .with("object", object)
        .with("wait", want.getOrDefault("wait", Value.Null.NULL))
        .reaching("ready")
        .within(wait.number("timeout").map(Duration::ofNanos).orElse(USUAL_WAIT).plus(MARGIN))
        .repeatable()
        .add();
    return "wait";
  }

  private Steps.Step step(String id, String call) {
    return about(steps.makes(id, call));
  }

  private Steps.Step about(Steps.Step step) {
    return step.with("name", name(desired)).locking("vm:" + name(desired));
  }
}
