package dev.dvl.vsphere.catalog;

import dev.dvl.vsphere.session.Found;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The inventory of a server: every object of the types that were asked for, with where it is. It
 * comes from one call, paged by the server, however many objects there are.
 */
public final class Catalog {
  private static final List<String> PLAIN = List.of("name", "parent");

  /** What is needed to find places by name. */
  private static final List<Selection> PLACES =
      List.of(
          new Selection("Datacenter", plain("vmFolder", "hostFolder")),
          new Selection("Folder", plain()),
          new Selection("ComputeResource", plain("resourcePool", "host", "datastore")),
          new Selection("HostSystem", plain()),
          new Selection("ResourcePool", plain("owner")),
          new Selection("Datastore", plain("summary.accessible", "summary.freeSpace")),
          new Selection("StoragePod", plain()));

  private final Map<Ref, Entry> entries = new LinkedHashMap<>();

  private Catalog(List<Found> found) {
    found.forEach(it -> entries.put(it.ref(), Entry.of(it)));
  }

  /**
   * Reads the inventory.
   *
   * @param more further types, and further properties of the types of places
   */
  public static Catalog read(VSphereSession session, List<Selection> more) throws VSphereException {
    Map<String, Set<String>> paths = new LinkedHashMap<>();
    Stream.concat(PLACES.stream(), more.stream())
        .forEach(
            it ->
                paths
                    .computeIfAbsent(it.type(), ignored -> new LinkedHashSet<>(PLAIN))
                    .addAll(it.paths()));
    List<Selection> selections =
        paths.entrySet().stream()
            .map(it -> new Selection(it.getKey(), List.copyOf(it.getValue())))
            .toList();
    return new Catalog(session.inventory().below(session.inventory().root(), selections));
  }

  public Optional<Entry> at(Ref ref) {
    return Optional.ofNullable(entries.get(ref));
  }

  /** All objects of a type, in the server's order; {@code Folder} stands for itself only. */
  public List<Entry> all(String type) {
    return entries.values().stream().filter(it -> is(it.ref(), type)).toList();
  }

  /** The objects that {@code entry} is in, from the nearest to the root. */
  public List<Entry> above(Entry entry) {
    List<Entry> above = new ArrayList<>();
    Optional<Entry> parent = entry.parent().flatMap(this::at);
    while (parent.isPresent() && above.size() < entries.size()) {
      above.add(parent.get());
      parent = parent.get().parent().flatMap(this::at);
    }
    return above;
  }

  /** Names from below {@code top} to {@code entry}, with slashes between them. */
  public String path(Entry entry, Ref top) {
    Deque<String> names = new ArrayDeque<>(List.of(entry.name()));
    for (Entry above : above(entry)) {
      if (above.ref().equals(top)) {
        break;
      }
      names.addFirst(above.name());
    }
    return String.join("/", names);
  }

  /** Whether {@code entry} is {@code top} or somewhere below it. */
  public boolean isBelow(Entry entry, Ref top) {
    return entry.ref().equals(top) || above(entry).stream().anyMatch(it -> it.ref().equals(top));
  }

  private static boolean is(Ref ref, String type) {
    return switch (type) {
      case "ComputeResource" ->
          ref.type().equals(type) || ref.type().equals("ClusterComputeResource");
      case "ResourcePool" -> ref.type().equals(type) || ref.type().equals("VirtualApp");
      case "DistributedVirtualSwitch" ->
          ref.type().equals(type) || ref.type().equals("VmwareDistributedVirtualSwitch");
      case "Network" ->
          ref.type().equals(type)
              || ref.type().equals("OpaqueNetwork")
              || ref.type().equals("DistributedVirtualPortgroup");
      default -> ref.type().equals(type);
    };
  }

  private static List<String> plain(String... more) {
    return Stream.concat(PLAIN.stream(), Stream.of(more)).toList();
  }
}
