package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.VSphereException;

/** {@code vm.start} and {@code vm.suspend}. */
final class Power extends MachineCall {
  private final String wanted;
  private final dev.dvl.vsphere.session.spec.Power power;

  private Power(String clause, String wanted, dev.dvl.vsphere.session.spec.Power power) {
    super(clause);
    this.wanted = wanted;
    this.power = power;
  }

  static Power start() {
    return new Power("cannot be started", "on", dev.dvl.vsphere.session.spec.Power.ON);
  }

  static Power suspend() {
    return new Power(
        "cannot be suspended", "suspended", dev.dvl.vsphere.session.spec.Power.SUSPEND);
  }

  @Override
  public Done run(Wanted args, Site site, Run run)
      throws VSphereException, NameProblem, OpProblem, InterruptedException {
    act(args, machine(args, site), site, run);
    return told(args, site);
  }

  @Override
  void act(Wanted args, Machine now, Site site, Run run)
      throws VSphereException, InterruptedException {
    if (!now.power().equals(wanted)) {
      site.session().machines().power(now.ref(), power, Following.of(run));
    }
  }
}
