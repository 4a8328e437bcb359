package dev.dvl.vsphere.machine.write;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.plan.MachineArguments;
import dev.dvl.vsphere.machine.read.Addresses;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.stamp.MachineBirth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The two calls that say on a machine whose it is: on one that moved, is adopted or forgotten. */
final class MarkCalls {
  private static final String OURS = "dvl.";

  private MarkCalls() {}

  /** {@code vm.mark}: the record, and with it the labels of devices that the program names. */
  static final class Write extends MachineCall<MachineArguments.Mark> {
    Write() {
      super(MachineArguments.Mark.class, "cannot be marked");
    }

    @Override
    public Done run(MachineArguments.Mark args, Site site, Run run)
        throws VSphereException, NameProblem, OpProblem, InterruptedException {
      act(args, machine(args, site), site, run);
      return told(args, Addresses.ANY, site);
    }

    @Override
    void act(MachineArguments.Mark args, Machine now, Site site, Run run)
        throws VSphereException, InterruptedException {
      Map<String, String> entries = new TreeMap<>(texts(args.labels()));
      entries.put(MachineBirth.BIRTH, args.birth());
      entries.putAll(MachineBirth.ready(now.instanceUuid()));
      Configure.reconfigure(now, Configure.entries(entries, now), site, run);
    }
  }

  private static Map<String, String> texts(Optional<Value.MapOf> labels) {
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, Value> label :
        labels.map(Value.MapOf::entries).orElse(new TreeMap<>()).entrySet()) {
      if (label.getValue() instanceof Value.Text(String text)) {
        texts.put(label.getKey(), text);
      }
    }
    return texts;
  }

  /** {@code vm.unmark}: all that dvl wrote on the machine, labels included. */
  static final class Erase extends MachineCall<MachineArguments.Only> {
    Erase() {
      super(MachineArguments.Only.class, "keeps its record");
    }

    @Override
    void act(MachineArguments.Only args, Machine now, Site site, Run run)
        throws VSphereException, InterruptedException {
      Map<String, String> entries = new TreeMap<>(now.extra());
      entries.keySet().removeIf(key -> !key.startsWith(OURS));
      entries.replaceAll((key, value) -> "");
      Configure.reconfigure(now, Configure.entries(entries, now), site, run);
    }
  }
}
