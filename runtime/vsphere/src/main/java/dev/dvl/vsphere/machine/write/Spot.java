package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.catalog.Names;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.session.Ref;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where a machine is to be, as a program says it or leaves it to the host block. */
public record Spot(Catalog catalog, Names names, Wanted want) {

  public Ref folder() throws NameProblem {
    Optional<String> made = Links.id(want.value("folder"));
    return made.isPresent() ? new Ref("Folder", made.get()) : names.folder(want.text("folder"));
  }

  public Ref pool() throws NameProblem {
    Optional<String> made = Links.id(want.value("resource_pool"));
    return made.isPresent()
        ? new Ref("ResourcePool", made.get())
        : names.pool(
            names.compute(want.text("cluster"), want.text("esxi")), want.text("resource_pool"));
  }

  public Optional<Ref> host() throws NameProblem {
    return names.esxiIn(want.text("cluster"), want.text("esxi"));
  }

  /** The datastore that is named, here or in the host block, or the only one. */
  public Entry datastore() throws NameProblem {
    return store(want.text("datastore"));
  }

  /** A datastore by name, or the roomiest one of a datastore cluster of that name. */
  public Entry store(Optional<String> name) throws NameProblem {
    for (Entry pod : name.isPresent() ? catalog.all("StoragePod") : List.<Entry>of()) {
      if (pod.name().equals(name.get())) {
        return roomiest(pod);
      }
    }
    return names.datastore(name);
  }

  private Entry roomiest(Entry pod) throws NameProblem {
    return catalog.all("Datastore").stream()
        .filter(it -> it.parent().filter(pod.ref()::equals).isPresent())
        .max(Comparator.comparingLong(Spot::free))
        .orElseThrow(
            () ->
                new NameProblem(
                    Codes.NOT_FOUND,
                    "The datastore cluster `" + pod.name() + "` has no datastores.",
                    List.of()));
  }

  static long free(Entry datastore) {
    String text = datastore.text("summary.freeSpace");
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }
}
