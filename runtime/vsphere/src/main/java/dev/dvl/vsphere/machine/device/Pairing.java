package dev.dvl.vsphere.machine.device;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the devices of a machine that is to be adopted will be called.
 *
 * @param entries the labels as they stand in the extra configuration
 * @param unclear blocks of the program for which no device can be told: {@code disk data}
 */
public record Pairing(SortedMap<String, String> entries, List<String> unclear) {
  public static final Pairing NONE = new Pairing(new TreeMap<>(), List.of());

  public Pairing {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    unclear = List.copyOf(unclear);
  }
}
