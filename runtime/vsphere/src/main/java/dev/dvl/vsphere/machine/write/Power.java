package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.stdlib.VmPower;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.plan.MachineArguments;
import dev.dvl.vsphere.machine.plan.MachineArguments.OnMachine;
import dev.dvl.vsphere.machine.read.Addresses;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.VSphereException;
import java.util.function.Function;

/** {@code vm.start} and {@code vm.suspend}. */
final class Power<A extends OnMachine> extends MachineCall<A> {
  private final VmPower wanted;
  private final dev.dvl.vsphere.session.spec.Power power;
  private final Function<A, Addresses> counts;

  private Power(
      Class<A> arguments,
      String clause,
      VmPower wanted,
      dev.dvl.vsphere.session.spec.Power power,
      Function<A, Addresses> counts) {
    super(arguments, clause);
    this.wanted = wanted;
    this.power = power;
    this.counts = counts;
  }

  static Power<MachineArguments.Start> start() {
    return new Power<>(
        MachineArguments.Start.class,
        "cannot be started",
        VmPower.ON,
        dev.dvl.vsphere.session.spec.Power.ON,
        it -> Addresses.of(it.wait_()));
  }

  static Power<MachineArguments.Only> suspend() {
    return new Power<>(
        MachineArguments.Only.class,
        "cannot be suspended",
        VmPower.SUSPENDED,
        dev.dvl.vsphere.session.spec.Power.SUSPEND,
        it -> Addresses.ANY);
  }

  @Override
  public Done run(A args, Site site, Run run)
      throws VSphereException, NameProblem, OpProblem, InterruptedException {
    act(args, machine(args, site), site, run);
    return told(args, counts.apply(args), site);
  }

  @Override
  void act(A args, Machine now, Site site, Run run) throws VSphereException, InterruptedException {
    if (!now.power().equals(wanted.word())) {
      site.session().machines().power(now.ref(), power, Following.of(run));
    }
  }
}
