package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.Begun;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Primitive;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.device.Devices;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.spec.Power;
import java.util.List;
import java.util.Optional;

/**
 * {@code vm.remove} and {@code vm.discard}: switches a machine off, takes out the disks that are to
 * stay, and removes it with the others.
 */
final class Remove implements Primitive {
  /** Which machine goes. */
  private interface Which {
    Optional<Ref> of(Wanted args, Site site) throws VSphereException;
  }

  private final Which which;

  private Remove(Which which) {
    this.which = which;
  }

  static Remove byId() {
    return new Remove((args, site) -> Optional.of(MachineCall.object(args)));
  }

  /** The machine that an op made, wherever that got to. */
  static Remove byOp() {
    return new Remove(
        (args, site) -> Create.made(site, args.text("op").orElseThrow()).map(Entry::ref));
  }

  @Override
  public String failing(Wanted args) {
    return "machine `" + args.text("name").orElse("") + "` cannot be removed";
  }

  @Override
  public Done run(Wanted args, Site site, Run run) throws VSphereException, InterruptedException {
    Optional<Machine> machine = machine(args, site);
    if (machine.isPresent()) {
      remove(machine.get(), site, run);
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

  private Optional<Machine> machine(Wanted args, Site site) throws VSphereException {
    Optional<Ref> ref = which.of(args, site);
    List<Machine> found =
        ref.isPresent() ? Machine.read(site.session(), List.of(ref.get())) : List.of();
    return found.stream().findFirst();
  }

  @Override
  public Probe probe(Wanted args, Site site, Begun begun) throws VSphereException {
    return machine(args, site).isPresent() ? new Probe.NotDone() : new Probe.Finished(Done.NOTHING);
  }
}
