package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.device.Networks;
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
record Importing(Site site, Spot spot, Networks networks) {

  Ref make(Wanted args, Wanted want, Run run)
      throws VSphereException, NameProblem, OpProblem, InterruptedException {
    Wanted ovf = Wanted.of(want.value("ovf"));
    Map<String, Ref> mapped = new TreeMap<>();
    for (Map.Entry<String, String> it : ovf.textMap("networks").entrySet()) {
      mapped.put(it.getKey(), networks.ref(it.getValue()));
    }
    try (OvfFile file = OvfFile.open(site.spec().project(), ovf)) {
      OvfSpec spec =
          new OvfSpec(
              args.text("making").orElseThrow(),
              file.descriptor(),
              file.folder(),
              spot.pool(),
              spot.datastore().ref(),
              spot.folder(),
              spot.host(),
              mapped,
              want.textMap("vapp_properties"),
              Optional.of(provisioning(ovf)),
              ovf.text("deployment"));
      Packages.Imported imported = site.session().packages().importOvf(spec, Following.of(run));
      List<VmSetting> settings = new ArrayList<>();
      Create.making(args).forEach((key, value) -> settings.add(new VmSetting.Extra(key, value)));
      site.session().machines().reconfigure(imported.vm(), settings, Following.of(run));
      return imported.vm();
    }
  }

  private static String provisioning(Wanted ovf) {
    return switch (ovf.text("provisioning").orElse("thin")) {
      case "eager" -> "eagerZeroedThick";
      case String other -> other;
    };
  }
}
