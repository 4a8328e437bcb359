package dev.dvl.vsphere.machine.device;

import dev.dvl.compiler.value.AttributeName;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.stdlib.VmAttribute;
import dev.dvl.stdlib.VmCdromAttribute;
import dev.dvl.stdlib.VmDiskAttribute;
import dev.dvl.stdlib.VmNicAttribute;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.spec.DeviceChange;
import dev.dvl.vsphere.session.spec.VmSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was sent of devices against what is read afterwards. What a server may decide otherwise for
 * good reasons is not compared: where a cluster of datastores puts a file, how a storage takes its
 * space, and whether a guest that comes up has its card plugged in.
 *
 * @param before the machine as it was when the changes were made up
 * @param after the machine as it is now
 * @param extra where the labels stand, those of new cards included
 */
public record Readback(Machine before, Machine after, Catalog catalog, Map<String, String> extra) {
  private static final Map<VmAttribute, List<AttributeName>> COMPARED =
      Map.of(
          VmAttribute.DISK,
          List.of(
              VmDiskAttribute.SIZE,
              VmDiskAttribute.CONTROLLER,
              VmDiskAttribute.BUS,
              VmDiskAttribute.UNIT,
              VmDiskAttribute.MODE,
              VmDiskAttribute.SHARING,
              VmDiskAttribute.IOPS_LIMIT,
              VmDiskAttribute.SHARES,
              VmDiskAttribute.FILE),
          VmAttribute.NIC,
          List.of(
              VmNicAttribute.NETWORK,
              VmNicAttribute.ADAPTER,
              VmNicAttribute.MAC,
              VmNicAttribute.WAKE_ON_LAN),
          VmAttribute.CDROM,
          List.of(VmCdromAttribute.ISO, VmCdromAttribute.CONNECTED));

  /** Reads back a machine to which these settings were sent, and those that label its new cards. */
  public static Readback of(
      Machine before, Machine after, Catalog catalog, List<VmSetting> labelling) {
    Map<String, String> extra = new TreeMap<>(after.extra());
    for (VmSetting setting : labelling) {
      if (setting instanceof VmSetting.Extra(String key, String value)) {
        extra.put(key, value);
      }
    }
    return new Readback(before, after, catalog, extra);
  }

  /**
   * The devices that did not come or go, and the attributes that are not as they were sent: {@code
   * disk["data"].size}.
   *
   * @param set the blocks as they are to be; others are not looked at
   */
  public List<String> ignored(Value.ObjectOf set, List<VmSetting> sent) {
    Set<String> ignored = new TreeSet<>(stayed(sent));
    Map<String, Value> now = new LiveDevices(after, catalog, extra).values();
    COMPARED.forEach(
        (block, attributes) -> {
          Map<String, Value> there =
              Wanted.of(now.getOrDefault(block.word(), Value.Null.NULL)).values();
          Wanted.of(set.field(block.word()))
              .values()
              .forEach(
                  (label, wanted) -> {
                    String path = path(block, label);
                    Optional<Value> live = Optional.ofNullable(there.get(label));
                    if (live.isEmpty()) {
                      ignored.add(path);
                    } else {
                      differing(Wanted.of(wanted), Wanted.of(live.get()), attributes)
                          .forEach(it -> ignored.add(path + "." + it));
                    }
                  });
        });
    return List.copyOf(ignored);
  }

  private static List<String> differing(
      Wanted wanted, Wanted live, List<AttributeName> attributes) {
    return attributes.stream()
        .map(AttributeName::word)
        .filter(wanted::has)
        .filter(it -> !same(it, wanted.value(it), live.value(it)))
        .toList();
  }

  /** A reference holds an id where a name is shown, and is not compared. */
  private static boolean same(String attribute, Value wanted, Value live) {
    return switch (wanted) {
      case Value.Text(String mac) when attribute.equals(VmNicAttribute.MAC.word()) ->
          Value.text(mac.toLowerCase(Locale.ROOT)).equals(live);
      case Value.ObjectOf ignored -> true;
      case Value other -> other.equals(live);
    };
  }

  /** What was to go and is there: a device keeps its key. */
  private List<String> stayed(List<VmSetting> sent) {
    List<String> stayed = new ArrayList<>();
    for (VmSetting setting : sent) {
      if (setting instanceof VmSetting.Device(DeviceChange.Remove(Tree gone, boolean ignored))) {
        after.devices().stream()
            .filter(it -> Hardware.key(it) == Hardware.key(gone) && it.type().equals(gone.type()))
            .forEach(it -> stayed.add(called(gone)));
      }
    }
    return stayed;
  }

  private String called(Tree device) {
    Labels labels = Labels.of(before.extra());
    String key = device.text("key").orElse("");
    Optional<String> card =
        labels.cards().entrySet().stream()
            .filter(it -> it.getValue().equals(key))
            .map(it -> path(VmAttribute.NIC, it.getKey()))
            .findFirst();
    return card.or(() -> disk(labels, device))
        .or(() -> drive(labels, device))
        .orElse(device.text("deviceInfo.label").orElse("device " + key));
  }

  private Optional<String> disk(Labels labels, Tree device) {
    Hardware hardware = Hardware.of(before);
    return labels.disks().keySet().stream()
        .filter(
            label ->
                labels
                    .diskSlot(label)
                    .flatMap(slot -> Hardware.at(hardware.disks(), slot))
                    .filter(it -> it.key() == Hardware.key(device))
                    .isPresent())
        .map(label -> path(VmAttribute.DISK, label))
        .findFirst();
  }

  private Optional<String> drive(Labels labels, Tree device) {
    Hardware hardware = Hardware.of(before);
    return labels.drives().entrySet().stream()
        .filter(
            entry ->
                Hardware.at(hardware.drives(), entry.getValue())
                    .filter(it -> it.key() == Hardware.key(device))
                    .isPresent())
        .map(entry -> path(VmAttribute.CDROM, entry.getKey()))
        .findFirst();
  }

  private static String path(VmAttribute block, String label) {
    return block.word() + "[\"" + label + "\"]";
  }
}
