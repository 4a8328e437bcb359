package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.stdlib.VmOvf;
import dev.dvl.stdlib.VmSpec;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.device.CardNetworks;
import dev.dvl.vsphere.machine.plan.MachineArguments;
import dev.dvl.vsphere.session.Packages;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.spec.OvfSpec;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes a machine from an OVF or OVA file. The file says nothing of birth records: the machine is
 * imported under a name in the making, and gets its record at once.
 */
record Importing(Site site, Spot spot, CardNetworks networks) {

  Ref make(MachineArguments.Creation args, VmSpec want, Run run)
      throws VSphereException, NameProblem, OpProblem, InterruptedException {
    VmOvf ovf = want.ovf().orElseThrow();
    Map<String, Ref> mapped = new TreeMap<>();
    for (Map.Entry<String, String> it : ovf.networks().entrySet()) {
      mapped.put(it.getKey(), networks.ref(it.getValue()));
    }
    try (OvfFile file = OvfFile.open(site.spec().project(), ovf)) {
      OvfSpec spec =
          new OvfSpec(
              args.making().orElseThrow(),
              file.descriptor(),
              file.folder(),
              spot.pool(),
              spot.datastore().ref(),
              spot.folder(),
              spot.host(),
              mapped,
              want.vappProperties().orElse(new TreeMap<>()),
              Optional.of(provisioning(ovf)),
              ovf.deployment());
      Packages.Imported imported = site.session().packages().importOvf(spec, Following.of(run));
      List<VmSetting> settings = new ArrayList<>();
      Create.making(args).forEach((key, value) -> settings.add(new VmSetting.Extra(key, value)));
      site.session().machines().reconfigure(imported.vm(), settings, Following.of(run));
      return imported.vm();
    }
  }

  private static String provisioning(VmOvf ovf) {
    return switch (ovf.provisioning()) {
      case EAGER -> "eagerZeroedThick";
      case THIN, THICK -> ovf.provisioning().word();
    };
  }
}
