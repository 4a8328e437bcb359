package dev.dvl.vsphere.machine;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Field;
import dev.dvl.engine.live.Live;
import dev.dvl.stdlib.VmPart;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.session.VSphereException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The datastores of our machines. Where a program names a cluster of datastores, a machine on one
 * of them is where it is wanted.
 */
record Homes(Map<Address, String> datastores) {

  static Homes of(Reading reading) throws VSphereException {
    return reading.noted().once(Homes.class, () -> new Homes(new HashMap<>()));
  }

  void note(Live live) {
    Optional<String> name = VmPart.of(live.values()).datastore().known();
    if (live.stamp().isPresent() && name.isPresent()) {
      datastores.put(live.stamp().get().address(), name.get());
    }
  }

  /** The datastore that stands for the cluster that {@code wanted} names, if it lies in it. */
  Optional<String> within(Instance wanted, Catalog catalog) {
    String home = datastores.get(wanted.address());
    Field<String> pod = VmPart.of(wanted.values()).datastore();
    return home != null
            && catalog.all("StoragePod").stream()
                .filter(it -> pod.is(it.name()))
                .anyMatch(it -> holds(it, home, catalog))
        ? Optional.of(home)
        : Optional.empty();
  }

  private static boolean holds(Entry pod, String datastore, Catalog catalog) {
    return catalog.all("Datastore").stream()
        .filter(it -> it.name().equals(datastore))
        .anyMatch(it -> it.parent().filter(pod.ref()::equals).isPresent());
  }
}
