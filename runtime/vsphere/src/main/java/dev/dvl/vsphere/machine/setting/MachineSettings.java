package dev.dvl.vsphere.machine.setting;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.kind.Ignored;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.machine.setting.VappProperties.Property;
import dev.dvl.vsphere.session.spec.Feature;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All settings but devices. */
public final class MachineSettings {
  private static final String CONFIG = "config.";
  private static final String HARDWARE = "config.hardware.";

  private static final List<Setting> ALL =
      List.of(
          Plain.number(
              "cpus",
              HARDWARE + "numCPU",
              Value::of,
              it -> new VmSetting.Cpus(Math.toIntExact(Units.amount(it)))),
          Plain.number(
              "cores_per_socket",
              HARDWARE + "numCoresPerSocket",
              Value::of,
              it -> new VmSetting.CoresPerSocket(Math.toIntExact(Units.amount(it)))),
          Plain.number(
              "memory",
              HARDWARE + "memoryMB",
              Units::mebibytes,
              it -> new VmSetting.MemoryMb(Units.inMebibytes(it))),
          Plain.onOff("cpu_hot_add", CONFIG + "cpuHotAddEnabled", Feature.CPU_HOT_ADD),
          Plain.onOff("cpu_hot_remove", CONFIG + "cpuHotRemoveEnabled", Feature.CPU_HOT_REMOVE),
          Plain.onOff("memory_hot_add", CONFIG + "memoryHotAddEnabled", Feature.MEMORY_HOT_ADD),
          new Resource(
              "cpu",
              CONFIG + "cpuAllocation",
              Units::megahertz,
              Units::inMegahertz,
              VmSetting.CpuAllocation::new),
          new Resource(
              "memory",
              CONFIG + "memoryAllocation",
              Units::mebibytes,
              Units::inMebibytes,
              VmSetting.MemoryAllocation::new),
          Plain.text("latency", CONFIG + "latencySensitivity.level", VmSetting.Latency::new)
              .resting(Value.text("normal")),
          Plain.text("annotation", CONFIG + "annotation", VmSetting.Annotation::new)
              .resting(Value.text("")),
          Plain.text("guest_id", CONFIG + "guestId", VmSetting.GuestId::new),
          Plain.text("firmware", CONFIG + "firmware", VmSetting.Firmware::new),
          Plain.onOff(
              "secure_boot", CONFIG + "bootOptions.efiSecureBootEnabled", Feature.SECURE_BOOT),
          Plain.onOff(
                  "nested_virtualization",
                  CONFIG + "nestedHVEnabled",
                  Feature.NESTED_VIRTUALIZATION)
              .resting(Value.of(false)),
          Plain.onOff("disk_uuid", CONFIG + "flags.diskUuidEnabled", Feature.DISK_UUID),
          new Boot(),
          new ExtraConfig(),
          new VappProperties());

  private MachineSettings() {}

  /** What a machine has, by the names of the schema. */
  public static Map<String, Value> live(Machine machine) {
    Map<String, Value> values = new TreeMap<>();
    ALL.forEach(setting -> values.putAll(setting.live(machine)));
    values.values().removeIf(Value::isNull);
    return values;
  }

  /** What attributes come to whose lines are taken out of a program. */
  public static Map<String, Value> rest() {
    Map<String, Value> values = new TreeMap<>();
    ALL.forEach(setting -> values.putAll(setting.rest()));
    return values;
  }

  /** What blocks come to that the program does not have, but for those that are not there then. */
  public static Map<String, Value> blocksAtRest() {
    return new Boot().rest();
  }

  /** The attributes that were to change and did not. */
  public static List<String> ignored(Wanted set, Machine before, Machine after) {
    List<String> ignored = new ArrayList<>();
    for (Setting setting : ALL) {
      Map<String, Value> was = setting.live(before);
      if (!setting.changes(set, before).isEmpty()) {
        List<String> changed =
            was.keySet().stream()
                .filter(it -> set.has(it) && !set.value(it).equals(was.get(it)))
                .toList();
        ignored.addAll(Ignored.of(changed, was, setting.live(after)));
      }
    }
    return ignored;
  }

  /** The names of the properties that an OVF file declared for a machine. */
  public static List<String> declared(Machine machine) {
    return VappProperties.properties(machine).stream().map(Property::id).sorted().toList();
  }

  /** What makes a machine as it is wanted. */
  public static List<VmSetting> changes(Wanted set, Machine now) {
    List<VmSetting> changes = new ArrayList<>();
    ALL.forEach(setting -> changes.addAll(setting.changes(set, now)));
    return changes;
  }
}
