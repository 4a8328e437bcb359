package dev.dvl.vsphere.kind;

import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Found;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Why a server does not tell what an object is like. It is there: what it does not tell is no sign
 * that it is otherwise, or gone.
 */
public final class Unreadable {
  private static final Set<String> WHERE = Set.of("name", "parent", "owner", "resourcePool");

  private Unreadable() {}

  /** Why properties are missing in what a server told of an object; empty where none is. */
  public static Optional<String> why(Found found) {
    return found.missing().entrySet().stream().findFirst().map(Unreadable::sentence);
  }

  /** Whether a property is missing, something that it stands in, or something in it. */
  public static boolean isMissing(Found found, String path) {
    return found.missing().keySet().stream()
        .anyMatch(it -> path.startsWith(it) || it.startsWith(path));
  }

  /**
   * Why nobody can tell where an object is: what it lies in, or one of its places, does not tell
   * its name or where it is itself.
   *
   * @param places other objects that say where it is: its pool, its ESXi host
   */
  public static Optional<String> place(Catalog catalog, Optional<Entry> object, List<Ref> places) {
    Stream<Entry> others = places.stream().flatMap(it -> catalog.at(it).stream());
    return Stream.concat(object.stream(), others)
        .flatMap(it -> Stream.concat(catalog.above(it).stream(), around(catalog, it)))
        .flatMap(it -> it.found().missing().entrySet().stream())
        .filter(it -> WHERE.contains(it.getKey()))
        .findFirst()
        .map(it -> "Where it is cannot be told. " + sentence(it));
  }

  private static Stream<Entry> around(Catalog catalog, Entry entry) {
    Optional<Entry> owner = entry.get("owner").flatMap(Tree::ref).flatMap(catalog::at);
    return Stream.concat(Stream.of(entry), owner.stream());
  }

  private static String sentence(Map.Entry<String, Fault> missing) {
    return "The server does not tell its `%s`: %s".formatted(missing.getKey(), missing.getValue());
  }
}
