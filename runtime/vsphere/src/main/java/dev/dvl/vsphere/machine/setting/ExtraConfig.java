package dev.dvl.vsphere.machine.setting;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The attribute {@code extra_config}; an empty text removes a key. */
record ExtraConfig() implements Setting {
  private static final String OURS = "dvl.";

  @Override
  public Map<String, Value> live(Machine machine) {
    Map<String, Value> shown = new TreeMap<>();
    machine
        .extra()
        .forEach(
            (key, value) -> {
              if (!key.startsWith(OURS)) {
                shown.put(key, Value.text(value));
              }
            });
    return Map.of("extra_config", Value.MapOf.of(shown));
  }

  @Override
  public List<VmSetting> changes(Wanted set, Machine now) {
    return entries(set.textMap("extra_config"), now.extra());
  }

  /** What brings entries to what is wanted; an empty text takes one away. */
  static List<VmSetting> entries(Map<String, String> wanted, Map<String, String> now) {
    List<VmSetting> changes = new ArrayList<>();
    wanted.forEach(
        (key, value) -> {
          if (!value.equals(now.getOrDefault(key, ""))) {
            changes.add(new VmSetting.Extra(key, value));
          }
        });
    return changes;
  }
}
