package dev.dvl.vsphere.machine.write;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.kind.Following;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.plan.MachineArguments;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Objects;
import dev.dvl.vsphere.session.VSphereException;
import java.util.Map;
import java.util.TreeMap;

/** {@code vm.fields} and {@code vm.upgrade}. */
final class Extras {
  private Extras() {}

  /** Sets custom attributes, which are defined where nobody has; an empty text unsets one. */
  static final class Fields extends MachineCall<MachineArguments.Fields> {
    Fields() {
      super(MachineArguments.Fields.class, "cannot get its custom attributes");
    }

    @Override
    void act(MachineArguments.Fields args, Machine now, Site site, Run run)
        throws VSphereException {
      Objects objects = site.session().objects();
      Map<String, String> there = now.fields();
      for (Map.Entry<String, String> field : texts(args.set()).entrySet()) {
        if (!field.getValue().equals(there.getOrDefault(field.getKey(), ""))) {
          int key = objects.definedField(field.getKey(), Machine.TYPE);
          objects.setField(now.ref(), key, field.getValue());
        }
      }
    }

    private static Map<String, String> texts(Value set) {
      Map<String, String> texts = new TreeMap<>();
      Wanted.of(set)
          .values()
          .forEach(
              (name, value) -> {
                if (value instanceof Value.Text(String text)) {
                  texts.put(name, text);
                }
              });
      return texts;
    }
  }

  /** Raises the version of the virtual hardware. */
  static final class Upgrade extends MachineCall<MachineArguments.Upgrade> {
    Upgrade() {
      super(MachineArguments.Upgrade.class, "cannot get other virtual hardware");
    }

    @Override
    void act(MachineArguments.Upgrade args, Machine now, Site site, Run run)
        throws VSphereException, InterruptedException {
      long wanted = args.version().known().orElseThrow();
      long has =
          now.text("config.version")
              .filter(it -> it.matches("vmx-[0-9]+"))
              .map(it -> Long.parseLong(it.substring("vmx-".length())))
              .orElse(0L);
      if (has < wanted) {
        site.session().machines().upgrade(now.ref(), "vmx-" + wanted, Following.of(run));
      }
    }
  }
}
