package dev.dvl.vsphere.kind;

import dev.dvl.engine.provider.HostSpec;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.Shelf;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import java.util.Optional;

/** A server that we are logged in to, and the host block that led there. */
public record Site(VSphereSession session, HostSpec spec, Shelf shelf) {

  /** The inventory, good enough to find one's way in it. */
  public Catalog catalog() throws VSphereException {
    return shelf.recent();
  }

  /** What the program's names lead to. */
  public InventoryNames names() throws VSphereException {
    return new InventoryNames(catalog(), spec);
  }

  /** An object as it is now; nothing where it is gone. */
  public Optional<Entry> now(Ref object) throws VSphereException {
    shelf.touch(object);
    return catalog().at(object);
  }

  /** An object by its id as it is now, of a type or one of its special cases. */
  public Optional<Entry> now(String type, String id) throws VSphereException {
    Ref known = catalog().byId(type, id).map(Entry::ref).orElseGet(() -> new Ref(type, id));
    shelf.touch(known);
    return catalog().byId(type, id);
  }
}
