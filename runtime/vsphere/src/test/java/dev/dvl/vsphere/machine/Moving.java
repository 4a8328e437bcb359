package dev.dvl.vsphere.machine;

import dev.dvl.vsphere.lab.Over;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.server.ServerConnector;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Machines;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereConnector;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.DeviceChange;
import dev.dvl.vsphere.session.spec.DeviceSpec;
import dev.dvl.vsphere.session.spec.Placement;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A simulator whose relocations move files: it takes the call, and what a vCenter would show of the
 * files afterwards is set at the control port. A disk goes where it is told, else with the machine.
 */
final class Moving {
  private final Simulator simulator;
  private final List<Placement> asked = new ArrayList<>();

  Moving(Simulator simulator) {
    this.simulator = simulator;
  }

  /** What relocations asked for. */
  List<Placement> asked() {
    return List.copyOf(asked);
  }

  VSphereConnector connector() {
    ServerConnector soap = new ServerConnector();
    return (endpoint, trust, credentials, limits) -> {
      VSphereSession real = soap.open(endpoint, trust, credentials, limits);
      return Over.of(
          VSphereSession.class,
          real,
          "machines",
          ignored ->
              Over.of(
                  Machines.class,
                  real.machines(),
                  "relocate",
                  args -> {
                    moved(real, (Ref) args[0], (Placement) args[1], (Watch) args[2]);
                    return args;
                  }));
    };
  }

  private void moved(VSphereSession session, Ref machine, Placement to, Watch watch)
      throws Exception {
    session.machines().relocate(machine, to, watch);
    asked.add(to);
    for (Tree disk : Machine.read(session, List.of(machine)).getFirst().devices()) {
      Optional<String> target =
          disk.type().equals("VirtualDisk")
              ? target(session, disk, to).filter(it -> !it.equals(lies(disk)))
              : Optional.empty();
      if (target.isPresent()) {
        Tree moved = at(disk, target.get());
        file(session, moved, watch);
        DeviceChange there = new DeviceChange.Edit(moved, same(disk));
        session.machines().reconfigure(machine, List.of(new VmSetting.Device(there)), watch);
      }
    }
    if (to.datastore().isPresent()) {
      set(
          machine,
          "config.files",
          "VirtualMachineFileInfo",
          "{\"vmPathName\": \"[%s] it/it.vmx\"}".formatted(name(session, to.datastore().get())));
    }
  }

  private static Optional<String> target(VSphereSession session, Tree disk, Placement to) {
    long key = disk.number("key").orElse(0L);
    return to.disks().stream()
        .filter(it -> it.key() == key)
        .map(Placement.DiskPlacement::datastore)
        .findFirst()
        .or(to::datastore)
        .map(it -> name(session, it));
  }

  private static String name(VSphereSession session, Ref datastore) {
    try {
      return session
          .inventory()
          .read(List.of(datastore), new Selection("Datastore", List.of("name")))
          .getFirst()
          .text("name")
          .orElseThrow();
    } catch (VSphereException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String lies(Tree disk) {
    return Machine.datastoreOf(disk.text("backing.fileName").orElse(""));
  }

  /** A disk as the server would show it if its file were on another datastore. */
  private static Tree at(Tree tree, String datastore) {
    if (tree.name().equals("fileName")) {
      String path = tree.text().substring(tree.text().indexOf(']') + 1);
      return new Tree(tree.name(), tree.type(), "", "[" + datastore + "]" + path, List.of());
    }
    List<Tree> children =
        tree.children().stream()
            .filter(it -> !it.name().equals("datastore"))
            .map(it -> at(it, datastore))
            .toList();
    return new Tree(tree.name(), tree.type(), tree.linked(), tree.text(), children);
  }

  /** The simulator looks whether the file of a disk is there. */
  private static void file(VSphereSession session, Tree disk, Watch watch) throws Exception {
    Ref center = session.inventory().byPath("/DC0").orElseThrow();
    String path = disk.text("backing.fileName").orElseThrow();
    try {
      session.files().makeFolder(path.substring(0, path.lastIndexOf('/')), center);
    } catch (VSphereException there) {
      if (!there.is(Fault.Kind.DUPLICATE)) {
        throw there;
      }
    }
    session
        .files()
        .createDisk(path, center, disk.number("capacityInKB").orElseThrow(), true, watch);
  }

  private static DeviceSpec.Disk same(Tree disk) {
    return new DeviceSpec.Disk(
        Math.toIntExact(disk.number("key").orElseThrow()),
        Math.toIntExact(disk.number("controllerKey").orElseThrow()),
        Math.toIntExact(disk.number("unitNumber").orElseThrow()),
        disk.number("capacityInKB").orElseThrow(),
        "",
        Optional.empty(),
        false,
        DeviceSpec.Provisioning.THIN,
        "persistent",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private void set(Ref machine, String property, String kind, String value)
      throws InterruptedException {
    String change =
        """
        {"type": "VirtualMachine", "object": "%s", "property": "%s", "kind": "%s", "value": %s}
        """
            .formatted(machine.id(), property, kind, value);
    try {
      simulator.control("POST", "/behind", change);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
