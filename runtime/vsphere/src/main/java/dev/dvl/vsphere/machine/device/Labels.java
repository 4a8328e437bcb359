package dev.dvl.vsphere.machine.device;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which device has which label, as it stands in the extra configuration of a machine: {@code
 * dvl.disk.LABEL} and {@code dvl.cdrom.LABEL} hold the place of the device, {@code dvl.nic.LABEL}
 * its key.
 *
 * @param disks places by labels, with {@code keep} behind where the file is to stay
 */
record Labels(
    SortedMap<String, String> disks,
    SortedMap<String, String> drives,
    SortedMap<String, String> cards) {
  static final String DISK = "dvl.disk.";
  static final String DRIVE = "dvl.cdrom.";
  static final String CARD = "dvl.nic.";
  private static final String KEEP = " keep";

  static Labels of(Map<String, String> extra) {
    return new Labels(below(extra, DISK), below(extra, DRIVE), below(extra, CARD));
  }

  Optional<String> diskSlot(String label) {
    return Optional.ofNullable(disks.get(label)).map(it -> it.replace(KEEP, ""));
  }

  boolean keeps(String label) {
    return disks.getOrDefault(label, "").endsWith(KEEP);
  }

  static String disk(String slot, boolean keep) {
    return keep ? slot + KEEP : slot;
  }

  private static SortedMap<String, String> below(Map<String, String> extra, String prefix) {
    SortedMap<String, String> labels = new TreeMap<>();
    extra.forEach(
        (key, value) -> {
          if (key.startsWith(prefix) && !value.isEmpty()) {
            labels.put(key.substring(prefix.length()), value);
          }
        });
    return labels;
  }
}
