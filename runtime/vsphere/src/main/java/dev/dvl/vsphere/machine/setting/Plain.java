package dev.dvl.vsphere.machine.setting;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.spec.Feature;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One attribute that is one setting.
 *
 * @param atRest what the attribute is where nobody has set it; null where that is not known
 */
record Plain(
    String attribute, Function<Machine, Value> reads, Function<Value, VmSetting> sets, Value atRest)
    implements Setting {

  static Plain text(String attribute, String path, Function<String, VmSetting> sets) {
    return new Plain(
        attribute,
        machine -> machine.text(path).map(Value::text).orElse(Value.Null.NULL),
        value -> sets.apply(Units.text(value)),
        Value.Null.NULL);
  }

  static Plain number(
      String attribute, String path, Function<Long, Value> reads, Function<Value, VmSetting> sets) {
    return new Plain(
        attribute,
        machine -> machine.number(path).map(reads).orElse(Value.Null.NULL),
        sets,
        Value.Null.NULL);
  }

  /** A switch, which is off where the server does not say. */
  static Plain onOff(String attribute, String path, Feature feature) {
    return new Plain(
        attribute,
        machine -> Value.of(machine.bool(path)),
        value -> new VmSetting.Switch(feature, value.equals(Value.of(true))),
        Value.Null.NULL);
  }

  /** The same with a value for a line that was removed. */
  Plain resting(Value value) {
    Function<Machine, Value> known =
        machine -> reads.apply(machine).isNull() ? value : reads.apply(machine);
    return new Plain(attribute, known, sets, value);
  }

  @Override
  public Map<String, Value> live(Machine machine) {
    return Map.of(attribute, reads.apply(machine));
  }

  @Override
  public Map<String, Value> rest() {
    return atRest.isNull() ? Map.of() : Map.of(attribute, atRest);
  }

  @Override
  public List<VmSetting> changes(Wanted set, Machine now) {
    Value wanted = set.value(attribute);
    boolean same = wanted.isNull() || wanted.equals(reads.apply(now));
    return same ? List.of() : List.of(sets.apply(wanted));
  }
}
