package dev.dvl.vsphere.catalog;

import dev.dvl.vsphere.session.Found;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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

  private final List<Selection> selections;
  private final Map<Ref, Entry> entries;
  private final Map<String, List<Entry>> byType = new ConcurrentHashMap<>();

  private Catalog(List<Selection> selections, Map<Ref, Entry> entries) {
    this.selections = List.copyOf(selections);
    this.entries = entries;
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
    Map<Ref, Entry> entries = new LinkedHashMap<>();
    session
        .inventory()
        .below(session.inventory().root(), selections)
        .forEach(it -> entries.put(it.ref(), Entry.of(it)));
    return new Catalog(selections, entries);
  }

  /**
   * The same with some objects as they are now, in one call for each of their types: without those
   * that are gone, with those that were missing, and with what these are in.
   */
  public Catalog reading(VSphereSession session, Collection<Ref> objects) throws VSphereException {
    Map<Ref, Entry> now = new LinkedHashMap<>(entries);
    Set<Ref> wanted = new LinkedHashSet<>(objects);
    while (!wanted.isEmpty()) {
      Set<Ref> parents = new LinkedHashSet<>();
      for (Found found : read(session, wanted)) {
        Entry entry = Entry.of(found);
        now.put(found.ref(), entry);
        wanted.remove(found.ref());
        entry.parent().ifPresent(parents::add);
      }
      wanted.forEach(now::remove);
      parents.removeAll(now.keySet());
      parents.remove(session.inventory().root());
      parents.removeAll(objects);
      wanted = parents;
    }
    return new Catalog(selections, now);
  }

  private List<Found> read(VSphereSession session, Collection<Ref> objects)
      throws VSphereException {
    Map<String, List<Ref>> types = new LinkedHashMap<>();
    objects.forEach(it -> types.computeIfAbsent(it.type(), none -> new ArrayList<>()).add(it));
    List<Found> found = new ArrayList<>();
    for (Map.Entry<String, List<Ref>> type : types.entrySet()) {
      List<String> paths = paths(type.getKey());
      if (!paths.isEmpty()) {
        found.addAll(
            session.inventory().read(type.getValue(), new Selection(type.getKey(), paths)));
      }
    }
    return found;
  }

  /** What is read of objects of a type; nothing of one that is no part of this inventory. */
  private List<String> paths(String type) {
    Ref any = new Ref(type, "");
    return selections.stream()
        .filter(it -> is(any, it.type()))
        .flatMap(it -> it.paths().stream())
        .distinct()
        .toList();
  }

  public Optional<Entry> at(Ref ref) {
    return Optional.ofNullable(entries.get(ref));
  }

  /** All objects of a type, in the server's order; {@code Folder} stands for itself only. */
  public List<Entry> all(String type) {
    return byType.computeIfAbsent(
        type, it -> entries.values().stream().filter(entry -> is(entry.ref(), it)).toList());
  }

  /** The object of a type, or of one of its special cases, with an id. */
  public Optional<Entry> byId(String type, String id) {
    Entry plain = entries.get(new Ref(type, id));
    return plain != null
        ? Optional.of(plain)
        : all(type).stream().filter(it -> it.ref().id().equals(id)).findFirst();
  }

  /** Names from below the root to {@code entry}, as the server wants paths to be written. */
  public String address(Entry entry) {
    Stream<Entry> way = Stream.concat(above(entry).reversed().stream(), Stream.of(entry));
    return "/" + way.map(it -> escaped(it.name())).collect(Collectors.joining("/"));
  }

  /** A name as a part of a path. */
  public static String escaped(String name) {
    return name.replace("%", "%25").replace("/", "%2f").replace("\\", "%5c");
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
