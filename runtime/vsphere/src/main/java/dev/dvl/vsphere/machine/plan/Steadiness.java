package dev.dvl.vsphere.machine.plan;

import dev.dvl.compiler.value.Link;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.provider.Steps;
import dev.dvl.stdlib.VmPart;
import dev.dvl.stdlib.VmPower;
import java.time.Duration;

/** The last step of a machine that is to be good for some time before it counts. */
final class Steadiness {
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private Steadiness() {}

  /** Adds the step, where others wait for it and the machine runs; whether it did. */
  static boolean add(Desired desired, Steps steps, Link.Made machine, String name) {
    VmPower power = VmPart.of(desired.values()).power().orElse(VmPower.ON);
    if (power != VmPower.ON || !desired.awaited().contains(Op.STEADY)) {
      return false;
    }
    Duration window = desired.instance().common().update().rollout().healthWindow();
    steps
        .waits(Op.STEADY, VmCalls.STEADY)
        .with(new MachineArguments.Steady(machine, name, window))
        .reaching(Op.STEADY)
        .within(window.plus(MARGIN))
        .repeatable()
        .add();
    return true;
  }
}
