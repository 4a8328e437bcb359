package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.stdlib.VmPart;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.device.Devices;
import dev.dvl.vsphere.machine.plan.MachineArguments;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.spec.Placement;
import dev.dvl.vsphere.session.spec.Placement.DiskPlacement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code vm.rename}, {@code vm.move} and {@code vm.relocate}. */
final class PlaceCalls {
  private PlaceCalls() {}

  /** Gives a machine another name. */
  static final class Rename extends MachineCall<MachineArguments.Rename> {
    Rename() {
      super(MachineArguments.Rename.class, "cannot be renamed");
    }

    @Override
    void act(MachineArguments.Rename args, Machine now, Site site, Run run)
        throws VSphereException, InterruptedException {
      rename(now, args.to(), site, run);
    }

    static void rename(Machine now, String to, Site site, Run run)
        throws VSphereException, InterruptedException {
      if (now.text("name").filter(to::equals).isEmpty()) {
        site.session().objects().rename(now.ref(), to, Following.of(run));
      }
    }
  }

  /** Puts a machine into another folder. */
  static final class Move extends MachineCall<MachineArguments.Move> {
    Move() {
      super(MachineArguments.Move.class, "cannot be moved");
    }

    @Override
    void act(MachineArguments.Move args, Machine now, Site site, Run run)
        throws VSphereException, NameProblem, InterruptedException {
      move(now, Spot.folder(site.names(), args.folder()), site, run);
    }

    static void move(Machine now, Ref folder, Site site, Run run)
        throws VSphereException, InterruptedException {
      if (now.link("parent").filter(folder::equals).isEmpty()) {
        site.session().objects().move(now.ref(), folder, Following.of(run));
      }
    }
  }

  /** Brings a machine to another pool, host or datastore; what is not named stays. */
  static final class Relocate extends MachineCall<MachineArguments.Wish> {
    Relocate() {
      super(MachineArguments.Wish.class, "cannot be relocated");
    }

    @Override
    void act(MachineArguments.Wish args, Machine now, Site site, Run run)
        throws VSphereException, NameProblem, OpProblem, InterruptedException {
      VmPart want = VmPart.of(args.want().fields());
      Catalog catalog = site.catalog();
      Spot spot = new Spot(catalog, new InventoryNames(catalog, site.spec()), want);
      boolean place = want.resourcePool().isSet() || want.cluster().isSet() || want.esxi().isSet();
      Placement placement =
          new Placement(
              place
                  ? Optional.of(spot.pool()).filter(it -> isElsewhere(now, it))
                  : Optional.empty(),
              want.esxi().isSet() ? spot.host() : Optional.empty(),
              want.datastore().isSet() ? Optional.of(spot.datastore().ref()) : Optional.empty(),
              Optional.empty(),
              false,
              disks(want, now, spot),
              Optional.empty());
      site.session().machines().relocate(now.ref(), placement, Following.of(run));
    }

    private static boolean isElsewhere(Machine now, Ref pool) {
      return now.link("resourcePool").filter(pool::equals).isEmpty();
    }

    private static List<DiskPlacement> disks(VmPart want, Machine now, Spot spot)
        throws NameProblem {
      Map<String, Integer> keys = Devices.diskKeys(now);
      List<DiskPlacement> disks = new ArrayList<>();
      for (var disk : want.disk().orElse(new TreeMap<>()).entrySet()) {
        Optional<String> store = disk.getValue().datastore().known();
        Integer key = keys.get(disk.getKey());
        if (store.isPresent() && key != null) {
          disks.add(new DiskPlacement(key, spot.store(store).ref()));
        }
      }
      return disks;
    }
  }
}
