package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.Run;
import dev.dvl.stdlib.VmSpec;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.library.LibraryItems;
import dev.dvl.vsphere.machine.plan.MachineArguments;
import dev.dvl.vsphere.session.Libraries;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a machine of an item of a content library. As with a file, nothing in it says whose it is:
 * the machine is made under a name in the making, and gets its record at once.
 */
record Deploying(Site site, Spot spot) {
  private static final Duration LIMIT = Duration.ofHours(2);

  Ref make(MachineArguments.Creation args, VmSpec want, Run run)
      throws VSphereException, NameProblem, InterruptedException {
    Libraries libraries = site.session().libraries();
    Libraries.Item item = new LibraryItems(libraries).named(want.libraryItem().orElseThrow());
    Ref made =
        libraries.deploy(
            new Libraries.Deployment(
                item,
                args.making().orElseThrow(),
                spot.pool(),
                spot.folder(),
                spot.host(),
                spot.datastore().ref(),
                LIMIT));
    List<VmSetting> settings = new ArrayList<>();
    Create.making(args).forEach((key, value) -> settings.add(new VmSetting.Extra(key, value)));
    site.session().machines().reconfigure(made, settings, Following.of(run));
    return made;
  }
}
