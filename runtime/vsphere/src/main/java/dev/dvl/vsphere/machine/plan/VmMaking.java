package dev.dvl.vsphere.machine.plan;

import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.provider.Steps;
import dev.dvl.stdlib.VmPart;
import dev.dvl.stdlib.VmPower;
import dev.dvl.stdlib.VmWaitPart;
import dev.dvl.vsphere.kind.GivenName;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.stamp.BirthText;
import dev.dvl.vsphere.stamp.MakingName;
import dev.dvl.vsphere.tag.Tagging;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The steps by which a new machine comes up. */
final class VmMaking {
  private static final Duration MARGIN = Duration.ofMinutes(2);
  private static final Duration USUAL_WAIT = Duration.ofMinutes(5);

  private static final String WAIT = "wait";
  private static final String FIELDS = "custom_attributes";

  private final Change change;
  private final Desired desired;
  private final Steps steps;
  private final Link.Made object;
  private final Value.ObjectOf want;
  private final VmPart part;
  private final String name;

  VmMaking(Change change, Steps steps) {
    this.change = change;
    this.desired = change.after().orElseThrow();
    this.steps = steps;
    this.object = new Link.Resource(new Value.Ref(change.address(), "vm"));
    this.want = Links.wrapped(desired);
    this.part = VmPart.of(desired.values());
    this.name = GivenName.of(desired);
  }

  void make() {
    step("create", VmCalls.CREATE)
        .with(new MachineArguments.Creation(name, want, BirthText.write(desired.birth()), making()))
        .within(Steps.LONG)
        .add();
    if (part.hardwareVersion().isSet()) {
      step("upgrade", VmCalls.UPGRADE)
          .with(new MachineArguments.Upgrade(object, name, part.hardwareVersion()))
          .repeatable()
          .add();
    }
    step("configure", VmCalls.CONFIGURE)
        .with(
            new MachineArguments.Configuration(
                object, name, want, List.of(), Optional.of(true), Optional.empty()))
        .repeatable()
        .add();
    if (part.customize().isSet()) {
      step("customize", VmCalls.CUSTOMIZE)
          .with(new MachineArguments.Wish(object, name, want))
          .repeatable()
          .add();
    }
    if (part.customAttributes().isSet()) {
      step("fields", VmCalls.FIELDS)
          .with(
              new MachineArguments.Fields(
                  object, name, desired.values().getOrDefault(FIELDS, Value.Null.NULL)))
          .repeatable()
          .add();
    }
    commit();
  }

  private void commit() {
    Set<String> cards = part.nic().orElse(new TreeMap<>()).keySet();
    step("commit", VmCalls.COMMIT)
        .with(new MachineArguments.Commit(object, name, making(), cards))
        .committing()
        .repeatable()
        .reaching("created")
        .add();
    if (part.tags().isSet()) {
      Tagging.complete(step("tags", Tagging.call("vm")), change, object, name).add();
    }
  }

  /** What is imported has no birth record from the start, and is told by its name until it has. */
  private Optional<String> making() {
    boolean imported = part.ovf().isSet() || part.libraryItem().isSet();
    return imported
        ? Optional.of(MakingName.of(name, desired.birth().stack(), desired.birth().op()).text())
        : Optional.empty();
  }

  /** Starts it, where it is to run; the id of the last op. */
  String start() {
    VmPower power = part.power().orElse(VmPower.ON);
    if (power == VmPower.OFF) {
      return part.tags().isSet() ? "tags" : "commit";
    }
    Optional<Value.ObjectOf> wait = block(want, WAIT);
    step("start", VmCalls.START)
        .with(new MachineArguments.Start(object, name, wait))
        .reaching("started")
        .repeatable()
        .add();
    if (power == VmPower.SUSPENDED) {
      step("suspend", VmCalls.SUSPEND)
          .with(new MachineArguments.Only(object, name))
          .repeatable()
          .add();
      return "suspend";
    }
    if (wait.isEmpty() && !desired.awaited().contains("ready")) {
      return "start";
    }
    about(steps.waits("wait", VmCalls.WAIT))
        .with(new MachineArguments.Start(object, name, wait))
        .reaching("ready")
        .within(waitLimit(part).plus(MARGIN))
        .repeatable()
        .add();
    return "wait";
  }

  /** How long a machine may take to come up. */
  static Duration waitLimit(VmPart part) {
    return part.wait_().then(VmWaitPart::timeout).orElse(USUAL_WAIT);
  }

  /** A block that a call is told as it stands. */
  static Optional<Value.ObjectOf> block(Value.ObjectOf want, String name) {
    return want.field(name) instanceof Value.ObjectOf block ? Optional.of(block) : Optional.empty();
  }

  private Steps.Step step(String id, String call) {
    return about(steps.makes(id, call));
  }

  private Steps.Step about(Steps.Step step) {
    return step.locking("vm:" + name);
  }
}
