package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.OpProblem.Outcome;
import dev.dvl.engine.provider.Run;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.plan.MachineArguments;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code vm.steady}: until a machine has been on for some time without a break, and VMware Tools,
 * where they run in it, have told no failure. The platform tells at once when that changes.
 */
final class StaySteady extends MachineCall<MachineArguments.Steady> {
  private static final String POWER = "runtime.powerState";
  private static final String HEARTBEAT = "guestHeartbeatStatus";

  StaySteady() {
    super(MachineArguments.Steady.class, "did not stay up");
  }

  @Override
  void act(MachineArguments.Steady args, Machine now, Site site, Run run)
      throws VSphereException, NameProblem, OpProblem, InterruptedException {
    Map<String, Tree> bad;
    try {
      bad =
          site.session()
              .tasks()
              .until(
                  now.ref(),
                  List.of(POWER, HEARTBEAT),
                  StaySteady::waitsFor,
                  new Following(run, args.window()));
    } catch (VSphereException failed) {
      if (failed.is(Fault.Kind.TIMEOUT)) {
        return; // nothing bad was seen in all that time
      }
      throw failed;
    }
    throw new OpProblem(
        Codes.WAITED,
        "The machine `" + args.name() + "` did not stay up: " + why(bad) + ".",
        List.of(),
        Outcome.DONE_BUT_WRONG);
  }

  private static Optional<String> waitsFor(Map<String, Tree> state) {
    return isOn(state) && !isSick(state)
        ? Optional.of("it to be good for long enough")
        : Optional.empty();
  }

  private static String why(Map<String, Tree> state) {
    return isOn(state) ? "its guest has failed, as VMware Tools tell" : "it is not on any more";
  }

  private static boolean isOn(Map<String, Tree> state) {
    return is(state, POWER, "poweredOn");
  }

  private static boolean isSick(Map<String, Tree> state) {
    return is(state, HEARTBEAT, "red");
  }

  private static boolean is(Map<String, Tree> state, String path, String text) {
    Tree value = state.get(path);
    return value != null && value.text().equals(text);
  }
}
