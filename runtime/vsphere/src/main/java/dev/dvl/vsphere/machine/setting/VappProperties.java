package dev.dvl.vsphere.machine.setting;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The attribute {@code vapp_properties}: values of properties that an OVF file declared. */
record VappProperties() implements Setting {
  record Property(int key, String id, String value) {
    static Property of(Tree tree) {
      return new Property(
          Math.toIntExact(tree.number("key").orElse(0L)),
          tree.text("id").orElse(""),
          tree.text("value")
              .filter(it -> !it.isEmpty())
              .or(() -> tree.text("defaultValue"))
              .orElse(""));
    }
  }

  @Override
  public Map<String, Value> live(Machine machine) {
    Map<String, Value> shown = new TreeMap<>();
    properties(machine).forEach(it -> shown.put(it.id(), Value.text(it.value())));
    return Map.of("vapp_properties", Value.MapOf.of(shown));
  }

  /** A property that nobody declared is left out; planning tells of it. */
  @Override
  public List<VmSetting> changes(Wanted set, Machine now) {
    Map<String, String> wanted = set.textMap("vapp_properties");
    List<VmSetting> changes = new ArrayList<>();
    for (Property property : properties(now)) {
      String value = wanted.getOrDefault(property.id(), property.value());
      if (!value.equals(property.value())) {
        changes.add(new VmSetting.VappProperty(property.key(), property.id(), value));
      }
    }
    return changes;
  }

  static List<Property> properties(Machine machine) {
    return machine
        .get("config.vAppConfig")
        .map(it -> it.all("property").stream().map(Property::of).toList())
        .orElse(List.of());
  }
}
