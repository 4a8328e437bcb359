package dev.dvl.vsphere.machine.read;

import dev.dvl.compiler.value.AttributeName;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Live.Standing;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.stdlib.TemplateAttribute;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.machine.device.LiveDevices;
import dev.dvl.vsphere.machine.device.OwnCards;
import dev.dvl.vsphere.machine.device.Pairing;
import dev.dvl.vsphere.machine.guest.GuestBirth;
import dev.dvl.vsphere.machine.guest.GuestInfo;
import dev.dvl.vsphere.machine.setting.MachineSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Shows machines in the words of the schemas. */
public record Look(Catalog catalog, InventoryNames names) {
  /** Under it, besides what the schema knows, stands whether a machine has snapshots. */
  private static final String SNAPSHOTS = "has_snapshots";

  /** And there the names of its OVF properties: their values may be secret, and are not kept. */
  private static final String PROPERTIES = "vapp_property_names";

  /** And there whether everybody can read its host key. */
  private static final String TELLS_KEY = "tells_host_key";

  /**
   * Of a machine that is to be adopted, the labels that its devices get, as they stand in the extra
   * configuration.
   */
  private static final String LABELS = "device_labels";

  /** Of a machine that is to be adopted, the blocks for which no device can be told. */
  private static final String UNCLEAR = "unclear_devices";

  /** Whether a machine that was read has snapshots. */
  public static boolean hasSnapshots(Live machine) {
    return new Wanted(machine.values()).isTrue(SNAPSHOTS);
  }

  /** Whether a machine that runs still tells the private half of its host key. */
  public static boolean tellsKey(Live machine) {
    return new Wanted(machine.values()).isTrue(TELLS_KEY);
  }

  /** The names of its OVF properties. */
  public static List<String> properties(Live machine) {
    return new Wanted(machine.values()).texts(PROPERTIES);
  }

  /** The labels that its devices get when it is adopted. */
  public static Optional<Value.MapOf> labels(Live machine) {
    return machine.value(LABELS) instanceof Value.MapOf labels
        ? Optional.of(labels)
        : Optional.empty();
  }

  /** The blocks for which no device can be told. */
  public static List<String> unclear(Live machine) {
    return new Wanted(machine.values()).texts(UNCLEAR);
  }

  /**
   * A machine as the kind {@code vm} sees it.
   *
   * @param wait what the program says of its address
   * @param pairing what its devices are called where they have no labels yet
   */
  public Live machine(
      Machine machine, Standing standing, Optional<Stamp> stamp, Addresses wait, Pairing pairing)
      throws NameProblem {
    Map<String, Value> values = new TreeMap<>(MachineSettings.live(machine));
    Map<String, String> extra = new TreeMap<>(machine.extra());
    extra.putAll(pairing.entries());
    values.putAll(new LiveDevices(machine, catalog, extra).values());
    if (standing == Standing.FOREIGN) {
      values.put(LABELS, texts(pairing.entries()));
      values.put(UNCLEAR, Value.SetOf.of(pairing.unclear().stream().map(Value::text).toList()));
    }
    place(machine, values);
    values.put("name", Value.text(name(machine)));
    values.put("power", Value.text(machine.power()));
    values.put(SNAPSHOTS, Value.of(machine.hasSnapshots()));
    values.put(
        TELLS_KEY,
        Value.of(machine.isOn() && GuestInfo.tellsKey(machine.extra(), machine.instanceUuid())));
    values.put(
        PROPERTIES,
        Value.SetOf.of(MachineSettings.declared(machine).stream().map(Value::text).toList()));
    hardware(machine).ifPresent(version -> values.put("hardware_version", Value.of(version)));
    values.put("custom_attributes", texts(machine.fields()));
    return new Live(
        new Ref("vm", machine.ref().id(), name(machine)),
        standing,
        stamp,
        new TreeMap<>(values),
        new TreeMap<>(MachineSettings.blocksAtRest()),
        new TreeMap<>(outputs(machine, wait)));
  }

  /** A template as the kind {@code template} sees it. */
  public Live template(Machine machine, Standing standing, Optional<Stamp> stamp)
      throws NameProblem {
    Map<String, Value> values = new TreeMap<>();
    place(machine, values);
    values
        .keySet()
        .retainAll(AttributeName.words(TemplateAttribute.FOLDER, TemplateAttribute.DATASTORE));
    values.put("name", Value.text(name(machine)));
    values.put("annotation", Value.text(machine.text("config.annotation").orElse("")));
    return new Live(
        new Ref("template", machine.ref().id(), name(machine)),
        standing,
        stamp,
        new TreeMap<>(values),
        new TreeMap<>(),
        new TreeMap<>(
            Map.of(
                "id", Value.text(machine.ref().id()),
                "uuid", Value.text(machine.instanceUuid()))));
  }

  /** What a machine tells. */
  public Map<String, Value> outputs(Machine machine, Addresses wait) {
    LiveDevices devices = new LiveDevices(machine, catalog);
    Map<String, Value> outputs = new TreeMap<>();
    outputs.put("id", Value.text(machine.ref().id()));
    outputs.put("uuid", Value.text(machine.instanceUuid()));
    outputs.put("macs", texts(devices.macs()));
    Map<String, Value> addresses = new TreeMap<>();
    devices
        .addresses()
        .forEach(
            (label, all) ->
                addresses.put(label, new Value.ListOf(all.stream().map(Value::text).toList())));
    outputs.put("addresses", Value.MapOf.of(addresses));
    machine
        .link("runtime.host")
        .flatMap(catalog::at)
        .ifPresent(host -> outputs.put("esxi_host", Value.text(host.name())));
    GuestBirth.read(machine.extra(), machine.instanceUuid())
        .ifPresent(
            birth -> {
              outputs.put("instance_id", Value.text(birth.instanceId()));
              birth.hostKey().ifPresent(key -> outputs.put("ssh_host_key", Value.text(key)));
            });
    machine.text("guest.hostName").ifPresent(name -> outputs.put("hostname", Value.text(name)));
    if (machine.isOn()) {
      devices
          .own()
          .address(wait, machine.get(OwnCards.NET))
          .ifPresent(address -> outputs.put("ip", Value.text(address)));
    }
    return outputs;
  }

  private void place(Machine machine, Map<String, Value> values) throws NameProblem {
    new Whereabouts(catalog, names)
        .of(machine)
        .forEach((attribute, place) -> values.put(attribute, Value.text(place)));
  }

  private String name(Machine machine) {
    return catalog.at(machine.ref()).map(Entry::name).orElse(machine.ref().id());
  }

  private static Optional<Long> hardware(Machine machine) {
    return machine
        .text("config.version")
        .filter(it -> it.matches("vmx-[0-9]+"))
        .map(it -> Long.valueOf(it.substring("vmx-".length())));
  }

  private static Value texts(Map<String, String> texts) {
    Map<String, Value> values = new TreeMap<>();
    texts.forEach((key, text) -> values.put(key, Value.text(text)));
    return Value.MapOf.of(values);
  }
}
