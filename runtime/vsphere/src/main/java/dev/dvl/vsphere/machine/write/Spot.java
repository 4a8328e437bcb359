package dev.dvl.vsphere.machine.write;

import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.stdlib.VmPart;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.session.Ref;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where a machine is to be, as a program says it or leaves it to the host block. */
public record Spot(Catalog catalog, InventoryNames names, VmPart want) {

  public Ref folder() throws NameProblem {
    return folder(names, want.folder());
  }

  /** The folder that is named, or the host's. */
  static Ref folder(InventoryNames names, Field<Link> folder) throws NameProblem {
    return Links.ref(folder.known(), "Folder", names::folder);
  }

  public Ref pool() throws NameProblem {
    return Links.ref(
        want.resourcePool().known(),
        "ResourcePool",
        path -> names.pool(names.compute(cluster(), esxi()), path));
  }

  private Optional<String> cluster() {
    return want.cluster().known();
  }

  private Optional<String> esxi() {
    return want.esxi().known();
  }

  public Optional<Ref> host() throws NameProblem {
    return names.esxiIn(cluster(), esxi());
  }

  /** The datastore that is named, here or in the host block, or the only one. */
  public Entry datastore() throws NameProblem {
    return store(want.datastore().known());
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
