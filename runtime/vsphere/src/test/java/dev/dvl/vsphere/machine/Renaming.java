package dev.dvl.vsphere.machine;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.json.ValueWriter;
import dev.dvl.vsphere.lab.Over;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.machine.read.Snapshots;
import dev.dvl.vsphere.server.ServerConnector;
import dev.dvl.vsphere.session.Found;
import dev.dvl.vsphere.session.Machines;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereConnector;
import dev.dvl.vsphere.session.VSphereSession;
import java.io.IOException;
import java.util.List;

/**
 * A simulator with the one call that it lacks: {@code RenameSnapshot} is done at the control port.
 * Everything else is the simulator's own. It can do so for a machine's only snapshot.
 */
final class Renaming {
  private final Simulator simulator;

  private Renaming(Simulator simulator) {
    this.simulator = simulator;
  }

  static VSphereConnector in(Simulator simulator) {
    ServerConnector soap = new ServerConnector();
    return (endpoint, trust, credentials, limits) ->
        new Renaming(simulator).session(soap.open(endpoint, trust, credentials, limits));
  }

  private VSphereSession session(VSphereSession real) {
    return Over.of(
        VSphereSession.class,
        real,
        "machines",
        ignored ->
            Over.of(
                Machines.class,
                real.machines(),
                "renameSnapshot",
                args -> {
                  rename(real, (Ref) args[0], (String) args[1], (String) args[2]);
                  return null;
                }));
  }

  private void rename(VSphereSession session, Ref snapshot, String name, String description)
      throws Exception {
    for (Found found :
        session
            .inventory()
            .below(
                session.inventory().root(),
                List.of(new Selection(Machine.TYPE, List.of("snapshot"))))) {
      if (Snapshots.of(new Machine(found)).stream().anyMatch(it -> it.ref().equals(snapshot))) {
        set(found.ref(), info(snapshot, found.ref(), name, description));
      }
    }
  }

  private static String info(Ref snapshot, Ref machine, String name, String description) {
    return """
    {"currentSnapshot": {"type": "VirtualMachineSnapshot", "value": "%1$s"},
     "rootSnapshotList": [{
       "snapshot": {"type": "VirtualMachineSnapshot", "value": "%1$s"},
       "vm": {"type": "VirtualMachine", "value": "%2$s"},
       "name": %3$s, "description": %4$s, "id": 1, "createTime": "2026-01-01T00:00:00Z",
       "state": "poweredOff", "quiesced": false}]}
    """
        .formatted(snapshot.id(), machine.id(), q(name), q(description));
  }

  private void set(Ref machine, String info) throws IOException, InterruptedException {
    simulator.control(
        "POST",
        "/behind",
        """
        {"type": "VirtualMachine", "object": "%s", "property": "snapshot",
         "kind": "VirtualMachineSnapshotInfo", "value": %s}
        """
            .formatted(machine.id(), info));
  }

  private static String q(String text) {
    return ValueWriter.text(Value.text(text));
  }
}
