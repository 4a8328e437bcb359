package dev.dvl.vsphere.machine.setting;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.util.List;
import java.util.Map;

/**
 * One attribute or block of a machine that one reconfiguration sets, or several that go together.
 */
public interface Setting {
  /** What the machine has, by the names of the schema; what cannot be told is left out. */
  Map<String, Value> live(Machine machine);

  /** What a removed line of the program goes back to, by name; others stay as they are. */
  default Map<String, Value> rest() {
    return Map.of();
  }

  /**
   * What makes a machine as it is wanted; nothing where it is.
   *
   * @param set values of some attributes; what it does not have is left alone
   */
  List<VmSetting> changes(Wanted set, Machine now);
}
