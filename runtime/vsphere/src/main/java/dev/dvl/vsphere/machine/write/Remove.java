package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.Begun;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Primitive;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.device.Devices;
import dev.dvl.vsphere.machine.plan.MachineArguments;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.spec.Power;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code vm.remove} and {@code vm.discard}: switches a machine off, takes out the disks that are to
 * stay, and removes it with the others.
 */
final class Remove<A extends CallArguments> implements Primitive<A> {
  /** Which machine goes. */
  private interface Which<A> {
    Optional<Ref> of(A args, Site site) throws VSphereException;
  }

  private final Class<A> arguments;
  private final Function<A, String> name;
  private final Which<A> which;

  private Remove(Class<A> arguments, Function<A, String> name, Which<A> which) {
    this.arguments = arguments;
    this.name = name;
    this.which = which;
  }

  static Remove<MachineArguments.Only> byId() {
    return new Remove<>(
        MachineArguments.Only.class,
        MachineArguments.Only::name,
        (args, site) -> Optional.of(new Ref(Machine.TYPE, args.id())));
  }

  /** The machine that an op made, wherever that got to. */
  static Remove<MachineArguments.Discard> byOp() {
    return new Remove<>(
        MachineArguments.Discard.class,
        MachineArguments.Discard::name,
        (args, site) -> Create.made(site, args.op()).map(Entry::ref));
  }

  @Override
  public Class<A> arguments() {
    return arguments;
  }

  @Override
  public String failing(A args) {
    return "machine `" + name.apply(args) + "` cannot be removed";
  }

  @Override
  public Done run(A args, Site site, Run run) throws VSphereException, InterruptedException {
    Optional<Machine> machine = machine(args, site);
    if (machine.isPresent()) {
      remove(MachineCall.readable(machine.get()), site, run);
    }
    return Done.NOTHING;
  }

  private static void remove(Machine machine, Site site, Run run)
      throws VSphereException, InterruptedException {
    if (!machine.power().equals("off")) {
      site.session().machines().power(machine.ref(), Power.OFF, Following.of(run));
    }
    if (!machine.isTemplate()) {
      Configure.reconfigure(machine, Devices.detaching(machine), site, run);
    }
    try {
      site.session().objects().destroy(machine.ref(), Following.of(run));
    } catch (VSphereException failed) {
      if (!failed.is(Fault.Kind.NOT_FOUND)) {
        throw failed;
      }
    }
  }

  private Optional<Machine> machine(A args, Site site) throws VSphereException {
    Optional<Ref> ref = which.of(args, site);
    List<Machine> found =
        ref.isPresent() ? Machine.read(site.session(), List.of(ref.get())) : List.of();
    return found.stream().findFirst();
  }

  @Override
  public Probe probe(A args, Site site, Begun begun) throws VSphereException {
    return machine(args, site).isPresent() ? new Probe.NotDone() : new Probe.Finished(Done.NOTHING);
  }
}
