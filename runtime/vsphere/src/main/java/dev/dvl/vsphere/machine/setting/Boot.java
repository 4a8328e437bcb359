package dev.dvl.vsphere.machine.setting;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.spec.Feature;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.util.List;
import java.util.Map;

/** The block {@code boot}. */
record Boot() implements Setting {
  private static final long RETRY_MILLISECONDS = 10_000;

  @Override
  public Map<String, Value> live(Machine machine) {
    return Map.of("boot", Value.ObjectOf.of(options(machine)));
  }

  private static Map<String, Value> options(Machine machine) {
    String options = "config.bootOptions.";
    return Map.of(
        "delay", Units.milliseconds(machine.number(options + "bootDelay").orElse(0L)),
        "enter_setup", Value.of(machine.bool(options + "enterBIOSSetup")),
        "retry", Value.of(machine.bool(options + "bootRetryEnabled")),
        "retry_delay",
            Units.milliseconds(
                machine.number(options + "bootRetryDelay").orElse(RETRY_MILLISECONDS)));
  }

  @Override
  public Map<String, Value> rest() {
    return Map.of(
        "boot",
        Value.ObjectOf.of(
            Map.of(
                "delay", Units.milliseconds(0),
                "enter_setup", Value.of(false),
                "retry", Value.of(false),
                "retry_delay", Units.milliseconds(RETRY_MILLISECONDS))));
  }

  @Override
  public List<VmSetting> changes(Wanted set, Machine now) {
    Wanted boot = Wanted.of(set.value("boot"));
    Map<String, Value> live = options(now);
    boolean same =
        live.entrySet().stream()
            .allMatch(
                it -> !boot.has(it.getKey()) || boot.value(it.getKey()).equals(it.getValue()));
    if (same) {
      return List.of();
    }
    return List.of(
        new VmSetting.BootDelay(Units.duration(either(boot, live, "delay"))),
        new VmSetting.Switch(Feature.ENTER_SETUP, isOn(either(boot, live, "enter_setup"))),
        new VmSetting.Switch(Feature.BOOT_RETRY, isOn(either(boot, live, "retry"))),
        new VmSetting.BootRetryDelay(Units.duration(either(boot, live, "retry_delay"))));
  }

  private static Value either(Wanted boot, Map<String, Value> live, String name) {
    return boot.has(name) ? boot.value(name) : live.getOrDefault(name, Value.Null.NULL);
  }

  private static boolean isOn(Value value) {
    return value.equals(Value.of(true));
  }
}
