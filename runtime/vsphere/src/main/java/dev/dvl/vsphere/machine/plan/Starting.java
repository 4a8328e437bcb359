package dev.dvl.vsphere.machine.plan;

import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.provider.Steps;
import dev.dvl.stdlib.VmAttribute;
import dev.dvl.stdlib.VmPart;
import dev.dvl.stdlib.VmPower;
import dev.dvl.stdlib.VmWaitPart;
import java.time.Duration;
import java.util.Optional;

/**
 * The steps by which a machine is started, and waited for: as its block {@code wait} says, and for
 * the states that others come after.
 *
 * @param name what the machine is called when it is started
 */
record Starting(Steps steps, Desired desired, Link.Made object, String name) {
  private static final Duration MARGIN = Duration.ofMinutes(2);
  private static final Duration USUAL_WAIT = Duration.ofMinutes(5);

  /**
   * Adds the steps.
   *
   * @param start the step that starts it, with nothing said of it yet
   * @return the id of the last one
   */
  String last(Steps.Step start) {
    MachineArguments.Start told = new MachineArguments.Start(object, name, block());
    start.with(told).reaching("started").repeatable().add();
    String last = "start";
    if (VmPart.of(desired.values()).power().orElse(VmPower.ON) != VmPower.ON) {
      return last;
    }
    if (told.wait_().isPresent() || desired.awaited().contains("ready")) {
      last = waits("wait", VmCalls.WAIT, "ready", told);
    }
    if (desired.awaited().contains("addressed")) {
      last = waits("address", VmCalls.ADDRESS, "addressed", told);
    }
    return last;
  }

  private String waits(String id, String call, String state, MachineArguments.Start told) {
    steps
        .waits(id, call)
        .locking("vm:" + name)
        .with(told)
        .reaching(state)
        .within(limit().plus(MARGIN))
        .repeatable()
        .add();
    return id;
  }

  /** How long a machine may take to come up. */
  private Duration limit() {
    return VmPart.of(desired.values()).wait_().then(VmWaitPart::timeout).orElse(USUAL_WAIT);
  }

  private Optional<Value.ObjectOf> block() {
    return VmMaking.block(Value.ObjectOf.of(desired.values()), VmAttribute.WAIT);
  }
}
