package dev.dvl.vsphere.session;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads what is there. */
public interface Inventory {
  /** The folder that everything is in. */
  Ref root();

  /** All objects of the selected types below {@code container}, in one paged call for all. */
  List<Found> below(Ref container, List<Selection> selections) throws VSphereException;

  /** Properties of given objects of one type; an object that is gone is left out. */
  List<Found> read(Collection<Ref> refs, Selection selection) throws VSphereException;

  /** The object at a path such as {@code /DC0/vm/web}; a slash in a name is {@code %2f}. */
  Optional<Ref> byPath(String path) throws VSphereException;

  /** The VM with that UUID: of its BIOS, or the one that vCenter gave it. */
  Optional<Ref> byUuid(String uuid, boolean vcenters) throws VSphereException;
}
