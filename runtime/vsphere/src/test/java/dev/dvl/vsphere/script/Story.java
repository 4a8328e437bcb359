package dev.dvl.vsphere.script;

import dev.dvl.vsphere.session.Found;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.spec.Power;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.util.List;
import java.util.Optional;

/** What an apply does in short: reads everything, makes a machine and a folder, powers it on. */
final class Story {
  static final int MACHINES = 250;

  private Story() {}

  static List<Found> tell(ScriptedServer server) throws Exception {
    try (VSphereSession session = Sessions.with(server)) {
      Ref root = session.inventory().root();
      List<Found> all =
          session
              .inventory()
              .below(root, List.of(new Selection("VirtualMachine", List.of("name"))));
      Ref vm =
          session
              .machines()
              .create(
                  root,
                  new Ref("ResourcePool", "pool"),
                  Optional.empty(),
                  List.of(new VmSetting.Name("new")),
                  Sessions.WATCH);
      session.objects().createFolder(root, "folder");
      session.machines().power(vm, Power.ON, Sessions.WATCH);
      return all;
    }
  }
}
