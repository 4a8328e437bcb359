package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.stdlib.VmSpec;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.device.Devices;
import dev.dvl.vsphere.machine.plan.MachineArguments;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.VSphereException;

/** {@code vm.customize}: tells the guest of a new machine what it is, for its first start. */
final class Customize extends MachineCall<MachineArguments.Wish> {
  Customize() {
    super(MachineArguments.Wish.class, "cannot be customized");
  }

  @Override
  void act(MachineArguments.Wish args, Machine now, Site site, Run run)
      throws VSphereException, OpProblem, InterruptedException {
    VmSpec want = VmSpec.of(args.want().fields());
    GuestSettings settings =
        new GuestSettings(
            want.customize().orElseThrow(),
            args.name(),
            Devices.cardLabels(now, want.nic().keySet()));
    site.session().machines().customize(now.ref(), settings.customization(), Following.of(run));
  }
}
