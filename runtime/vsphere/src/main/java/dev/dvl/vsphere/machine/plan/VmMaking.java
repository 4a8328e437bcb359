package dev.dvl.vsphere.machine.plan;

import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.Made;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.provider.Steps;
import dev.dvl.stdlib.VmAttribute;
import dev.dvl.stdlib.VmPart;
import dev.dvl.stdlib.VmPower;
import dev.dvl.vsphere.kind.GivenName;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.stamp.BirthText;
import dev.dvl.vsphere.stamp.MakingName;
import dev.dvl.vsphere.tag.Tagging;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The steps by which a new machine comes up. */
final class VmMaking {
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
        .takingName()
        .add();
    if (part.hardwareVersion().isSet()) {
      step("upgrade", VmCalls.UPGRADE)
          .with(new MachineArguments.Upgrade(object, name, part.hardwareVersion()))
          .repeatable()
          .add();
    }
    configure();
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
                  object,
                  name,
                  desired
                      .values()
                      .getOrDefault(VmAttribute.CUSTOM_ATTRIBUTES.word(), Value.Null.NULL)))
          .repeatable()
          .add();
    }
    commit();
  }

  private void configure() {
    Steps.Step step =
        step("configure", VmCalls.CONFIGURE)
            .with(
                new MachineArguments.Configuration(
                    object,
                    name,
                    want,
                    List.of(),
                    Optional.of(true),
                    Optional.empty(),
                    Optional.empty()))
            .repeatable();
    if (part.guest().isSet()) {
      step.making("host_key", Made.HOST_KEY);
    }
    step.add();
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
    String last = new Starting(steps, desired, object, name).last(step("start", VmCalls.START));
    if (power == VmPower.SUSPENDED) {
      step("suspend", VmCalls.SUSPEND)
          .with(new MachineArguments.Only(object, name))
          .repeatable()
          .add();
      return "suspend";
    }
    return Steadiness.add(desired, steps, object, name) ? Op.STEADY : last;
  }

  /** What is done once the guest can be used. */
  void close() {
    if (part.guest().isSet() && part.power().orElse(VmPower.ON) == VmPower.ON) {
      VmPlan.wipe(step("wipe", VmCalls.WIPE), object, name);
    }
  }

  /** A block that a call is told as it stands. */
  static Optional<Value.ObjectOf> block(Value.ObjectOf want, VmAttribute block) {
    return want.field(block.word()) instanceof Value.ObjectOf told
        ? Optional.of(told)
        : Optional.empty();
  }

  private Steps.Step step(String id, String call) {
    return steps.makes(id, call).locking("vm:" + name);
  }
}
