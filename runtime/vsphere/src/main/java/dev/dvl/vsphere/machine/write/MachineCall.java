package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.RepeatableCall;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.plan.MachineArguments.OnMachine;
import dev.dvl.vsphere.machine.read.Addresses;
import dev.dvl.vsphere.machine.read.Look;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.machine.read.Reach;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A call on one machine that looks first what is to be done. Repeating it does no harm, so that it
 * needs no probe.
 */
abstract class MachineCall<A extends OnMachine> implements RepeatableCall<A> {
  private final Class<A> arguments;
  private final String clause;

  /**
   * @param clause what does not come about: "cannot be started"
   */
  MachineCall(Class<A> arguments, String clause) {
    this.arguments = arguments;
    this.clause = clause;
  }

  @Override
  public final Class<A> arguments() {
    return arguments;
  }

  abstract void act(A args, Machine now, Site site, Run run)
      throws VSphereException, NameProblem, OpProblem, InterruptedException;

  @Override
  public final String failing(A args) {
    return "machine `" + args.name() + "` " + clause;
  }

  @Override
  public Done run(A args, Site site, Run run)
      throws VSphereException, NameProblem, OpProblem, InterruptedException {
    act(args, machine(args, site), site, run);
    return Done.NOTHING;
  }

  /** The machine as it is after the call, and what it tells. */
  static Done told(OnMachine args, Addresses wait, Site site) throws VSphereException {
    Machine machine = machine(args, site);
    Catalog catalog = site.catalog();
    return new Done(
        Optional.of(new dev.dvl.engine.live.Ref("vm", machine.ref().id(), args.name())),
        new TreeMap<>(
            new Look(catalog, new InventoryNames(catalog, site.spec())).outputs(machine, wait)));
  }

  static Machine machine(OnMachine args, Site site) throws VSphereException {
    return machine(new Ref(Machine.TYPE, args.id()), site);
  }

  static Machine machine(Ref ref, Site site) throws VSphereException {
    List<Machine> found = Machine.read(site.session(), List.of(ref));
    if (found.isEmpty()) {
      throw VSphereException.gone("the machine " + ref.id());
    }
    return readable(found.getFirst());
  }

  /** The same machine. What cannot be read is no ground for any change. */
  static Machine readable(Machine machine) throws VSphereException {
    Optional<String> silence = Reach.silence(machine);
    if (silence.isPresent()) {
      throw new VSphereException(Fault.of(Fault.Kind.STATE, silence.get(), ""));
    }
    return machine;
  }
}
