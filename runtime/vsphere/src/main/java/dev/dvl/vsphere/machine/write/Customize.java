package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.device.Devices;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.VSphereException;

/** {@code vm.customize}: tells the guest of a new machine what it is, for its first start. */
final class Customize extends MachineCall {
  Customize() {
    super("cannot be customized");
  }

  @Override
  void act(Wanted args, Machine now, Site site, Run run)
      throws VSphereException, OpProblem, InterruptedException {
    Wanted want = object(args, "want");
    GuestSettings settings =
        new GuestSettings(
            Wanted.of(want.value("customize")),
            args.text("name").orElse(""),
            Devices.cardLabels(now, Wanted.of(want.value("nic")).values().keySet()));
    site.session().machines().customize(now.ref(), settings.customization(), Following.of(run));
  }
}
