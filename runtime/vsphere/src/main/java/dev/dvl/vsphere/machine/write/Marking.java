package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.stamp.MachineBirth;
import java.util.Map;
import java.util.TreeMap;

/** The two calls that say on a machine whose it is: on one that moved, is adopted or forgotten. */
final class Marking {
  private static final String OURS = "dvl.";

  private Marking() {}

  /** {@code vm.mark}: the record, and with it the labels of devices that the program names. */
  static final class Write extends MachineCall {
    Write() {
      super("cannot be marked");
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
      Map<String, String> entries = new TreeMap<>(args.textMap("labels"));
      entries.put(MachineBirth.BIRTH, args.text("birth").orElseThrow());
      entries.putAll(MachineBirth.ready(now.instanceUuid()));
      Configure.reconfigure(now, Configure.entries(entries, now), site, run);
    }
  }

  /** {@code vm.unmark}: all that dvl wrote on the machine, labels included. */
  static final class Erase extends MachineCall {
    Erase() {
      super("keeps its record");
    }

    @Override
    void act(Wanted args, Machine now, Site site, Run run)
        throws VSphereException, InterruptedException {
      Map<String, String> entries = new TreeMap<>(now.extra());
      entries.keySet().removeIf(key -> !key.startsWith(OURS));
      entries.replaceAll((key, value) -> "");
      Configure.reconfigure(now, Configure.entries(entries, now), site, run);
    }
  }
}
