package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.device.Devices;
import dev.dvl.vsphere.machine.plan.MachineArguments;
import dev.dvl.vsphere.machine.read.Addresses;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.spec.VmSetting;
import dev.dvl.vsphere.stamp.MachineBirth;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code vm.commit}: labels the cards whose keys the server has given meanwhile, and makes the
 * machine count.
 */
final class Commit extends MachineCall<MachineArguments.Commit> {
  Commit() {
    super(MachineArguments.Commit.class, "cannot be finished");
  }

  @Override
  public Done run(MachineArguments.Commit args, Site site, Run run)
      throws VSphereException, NameProblem, OpProblem, InterruptedException {
    act(args, machine(args, site), site, run);
    return told(args, Addresses.ANY, site);
  }

  @Override
  void act(MachineArguments.Commit args, Machine now, Site site, Run run)
      throws VSphereException, InterruptedException {
    if (args.making().isPresent() && now.text("name").equals(args.making())) {
      site.session().objects().rename(now.ref(), args.name(), Following.of(run));
    }
    if (now.extra().containsKey(MachineBirth.BIRTH)) {
      List<VmSetting> changes = new ArrayList<>(Devices.labelling(now, args.cards()));
      changes.addAll(Configure.entries(MachineBirth.ready(now.instanceUuid()), now));
      Configure.reconfigure(now, changes, site, run);
    }
  }
}
