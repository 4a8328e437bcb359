package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.Run;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.guest.GuestInfo;
import dev.dvl.vsphere.machine.plan.MachineArguments;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.VSphereException;

/**
 * {@code vm.wipe}: takes the private half of the host key out of the extra configuration, where the
 * guest that has read it did not.
 */
final class WipeKey extends MachineCall<MachineArguments.Only> {
  WipeKey() {
    super(MachineArguments.Only.class, "still tells the private half of its host key");
  }

  @Override
  void act(MachineArguments.Only args, Machine now, Site site, Run run)
      throws VSphereException, InterruptedException {
    if (GuestInfo.tellsKey(now.extra(), now.instanceUuid())) {
      Configure.reconfigure(now, Configure.entries(GuestInfo.wiped(), now), site, run);
    }
  }
}
