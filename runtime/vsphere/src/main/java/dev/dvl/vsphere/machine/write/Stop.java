package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.stdlib.VmShutdownPart;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.Problems;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.plan.MachineArguments;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.spec.Power;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code vm.stop}: asks the guest first, and switches off where it may not answer. */
final class Stop extends MachineCall<MachineArguments.Stop> {
  private static final String POWER = "runtime.powerState";
  private static final Duration USUAL = Duration.ofMinutes(3);

  Stop() {
    super(MachineArguments.Stop.class, "cannot be stopped");
  }

  @Override
  void act(MachineArguments.Stop args, Machine now, Site site, Run run)
      throws VSphereException, OpProblem, InterruptedException {
    VmShutdownPart shutdown = VmShutdownPart.of(args.shutdown());
    Duration grace = shutdown.grace().orElse(USUAL);
    if (now.power().equals("off") || (now.isOn() && asked(now, grace, site, run))) {
      return;
    }
    if (!shutdown.force().orElse(true)) {
      throw Problems.notDone(
          Codes.STATE,
          failing(args),
          now.toolsRun()
              ? "its guest has not shut down in time, and `shutdown.force` is false."
              : "VMware Tools do not run in its guest, and `shutdown.force` is false.",
          List.of());
    }
    site.session().machines().power(now.ref(), Power.OFF, Following.of(run));
  }

  /** Whether the guest has shut down by itself. */
  private static boolean asked(Machine now, Duration grace, Site site, Run run)
      throws VSphereException, InterruptedException {
    if (!now.toolsRun() || grace.isZero()) {
      return false;
    }
    site.session().machines().shutDownGuest(now.ref());
    try {
      site.session()
          .tasks()
          .until(now.ref(), List.of(POWER), Stop::waiting, new Following(run, grace));
      return true;
    } catch (VSphereException failed) {
      if (failed.is(Fault.Kind.TIMEOUT)) {
        return false;
      }
      throw failed;
    }
  }

  private static Optional<String> waiting(Map<String, Tree> state) {
    Tree power = state.get(POWER);
    return power != null && power.text().equals("poweredOff")
        ? Optional.empty()
        : Optional.of("the guest to shut down");
  }
}
