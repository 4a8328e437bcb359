package dev.dvl.vsphere.library;

import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.session.Libraries;
import dev.dvl.vsphere.session.Libraries.Item;
import dev.dvl.vsphere.session.Libraries.Library;
import dev.dvl.vsphere.session.VSphereException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Items by {@code library/item}. Each is asked for once, however many machines are made of it. All
 * items of a library are read only to tell similar names.
 */
public final class LibraryItems {
  private final Libraries libraries;
  private final Map<String, List<Item>> known = new HashMap<>();
  private Optional<List<Library>> all = Optional.empty();

  public LibraryItems(Libraries libraries) {
    this.libraries = libraries;
  }

  /** Those of one bulk read. */
  public static LibraryItems of(Reading reading) throws VSphereException {
    return reading
        .noted()
        .once(LibraryItems.class, () -> new LibraryItems(reading.site().session().libraries()));
  }

  /** The one item that a program writes so. */
  public Item named(String path) throws VSphereException, NameProblem {
    List<Item> found = called(path);
    if (found.size() > 1) {
      throw NameProblem.several("item", path, which(found));
    }
    if (found.isEmpty()) {
      throw missing(path);
    }
    return found.getFirst();
  }

  private List<Item> called(String path) throws VSphereException {
    List<Item> there = known.get(path);
    if (there == null) {
      there = new ArrayList<>();
      for (Library library : within(path)) {
        libraries.find(library.id(), item(path)).stream()
            .filter(it -> it.name().equals(item(path)))
            .forEach(there::add);
      }
      known.put(path, there);
    }
    return there;
  }

  private static List<String> which(List<Item> found) {
    return found.stream()
        .map(it -> "One is in the library `" + it.library() + "`, of the type `" + it.type() + "`.")
        .toList();
  }

  private NameProblem missing(String path) throws VSphereException {
    List<Library> within = within(path);
    if (within.isEmpty()) {
      List<String> names = libraries().stream().map(Library::name).toList();
      return NameProblem.missing("content library", library(path), names);
    }
    List<String> paths = new ArrayList<>();
    for (Library library : within) {
      libraries.items(library.id()).forEach(it -> paths.add(library.name() + "/" + it.name()));
    }
    return NameProblem.missing("item", path, paths);
  }

  private List<Library> within(String path) throws VSphereException {
    return libraries().stream().filter(it -> it.name().equals(library(path))).toList();
  }

  private List<Library> libraries() throws VSphereException {
    if (all.isEmpty()) {
      all = Optional.of(libraries.libraries());
    }
    return all.get();
  }

  private static String library(String path) {
    return path.substring(0, path.indexOf('/'));
  }

  private static String item(String path) {
    return path.substring(path.indexOf('/') + 1);
  }
}
