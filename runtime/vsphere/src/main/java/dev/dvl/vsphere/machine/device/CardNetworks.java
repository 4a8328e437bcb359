package dev.dvl.vsphere.machine.device;

import dev.dvl.compiler.value.Link;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.spec.DeviceSpec;
import java.util.List;
import java.util.Optional;

/** What network cards are plugged into, by names or by the ids of objects of the program. */
public record CardNetworks(Catalog catalog, InventoryNames names) {
  private static final String DISTRIBUTED = "DistributedVirtualPortgroup";

  /** What the inventory must have been read with. */
  public static final List<Selection> SELECTIONS =
      List.of(
          new Selection("Network", List.of()),
          new Selection(DISTRIBUTED, List.of("config.distributedVirtualSwitch")),
          new Selection("DistributedVirtualSwitch", List.of("uuid")));

  public DeviceSpec.Network find(Link network) throws NameProblem {
    Optional<String> id = network.objectId();
    return plug(id.isPresent() ? byId(id.get()) : names.network(network.given().orElse("")));
  }

  /** The network itself. */
  public Ref ref(String name) throws NameProblem {
    return names.network(name).ref();
  }

  /** Port groups of standard switches are told by their hosts' ids and their names. */
  private Entry byId(String id) throws NameProblem {
    Optional<Entry> found =
        catalog.at(new Ref(DISTRIBUTED, id)).or(() -> catalog.at(new Ref("Network", id)));
    return found.isPresent() ? found.get() : names.network(id.substring(id.lastIndexOf('/') + 1));
  }

  private DeviceSpec.Network plug(Entry entry) {
    if (!entry.ref().type().equals(DISTRIBUTED)) {
      return new DeviceSpec.Network.Standard(entry.name(), Optional.of(entry.ref()));
    }
    String uuid =
        entry
            .get("config.distributedVirtualSwitch")
            .flatMap(Tree::ref)
            .flatMap(catalog::at)
            .map(it -> it.text("uuid"))
            .orElse("");
    return new DeviceSpec.Network.Distributed(uuid, entry.ref().id());
  }
}
