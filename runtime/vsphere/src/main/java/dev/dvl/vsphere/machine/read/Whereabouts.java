package dev.dvl.vsphere.machine.read;

import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where a machine is, in the words of a program. */
record Whereabouts(Catalog catalog, InventoryNames names) {

  /** The attributes that say where it is; a place that goes without saying is left out. */
  Map<String, String> of(Machine machine) throws NameProblem {
    Map<String, String> places = new TreeMap<>();
    folder(machine).ifPresent(it -> places.put("folder", it));
    Optional<Entry> pool = machine.link("resourcePool").flatMap(catalog::at);
    Optional<Entry> owner =
        pool.flatMap(it -> it.get("owner")).flatMap(Tree::ref).flatMap(catalog::at);
    Optional<Ref> top = owner.flatMap(it -> it.get("resourcePool")).flatMap(Tree::ref);
    if (pool.isPresent() && top.isPresent() && !pool.get().ref().equals(top.get())) {
      places.put("resource_pool", catalog.path(pool.get(), top.get()));
    }
    Optional<Entry> host = machine.link("runtime.host").flatMap(catalog::at);
    owner
        .or(() -> host.flatMap(Entry::parent).flatMap(catalog::at))
        .ifPresent(it -> places.put("cluster", it.name()));
    host.ifPresent(it -> places.put("esxi", it.name()));
    machine.homeDatastore().ifPresent(it -> places.put("datastore", it));
    return places;
  }

  /** A path below the host's folder; with a slash in front where it is somewhere else. */
  private Optional<String> folder(Machine machine) throws NameProblem {
    Ref top = names.topFolder();
    Optional<Entry> folder = machine.link("parent").flatMap(catalog::at);
    if (folder.isEmpty() || folder.get().ref().equals(top)) {
      return Optional.empty();
    }
    return catalog.isBelow(folder.get(), top)
        ? Optional.of(catalog.path(folder.get(), top))
        : Optional.of("/" + catalog.path(folder.get(), names.vmFolder()));
  }
}
