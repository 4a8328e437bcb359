package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.device.Devices;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.spec.VmSetting;
import dev.dvl.vsphere.stamp.MachineBirth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code vm.commit}: labels the cards whose keys the server has given meanwhile, and makes the
 * machine count.
 */
final class Commit extends MachineCall {
  Commit() {
    super("cannot be finished");
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
    if (args.has("making") && now.text("name").equals(args.text("making"))) {
      site.session()
          .objects()
          .rename(now.ref(), args.text("name").orElseThrow(), Following.of(run));
    }
    if (now.extra().containsKey(MachineBirth.BIRTH)) {
      List<VmSetting> changes =
          new ArrayList<>(Devices.labelling(now, Set.copyOf(args.texts("cards"))));
      changes.addAll(Configure.entries(MachineBirth.ready(now.instanceUuid()), now));
      Configure.reconfigure(now, changes, site, run);
    }
  }
}
