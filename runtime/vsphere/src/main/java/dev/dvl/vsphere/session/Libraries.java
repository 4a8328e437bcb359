package dev.dvl.vsphere.session;

import java.util.List;
import java.util.Optional;

/** Content libraries; only vCenter servers have them. */
public interface Libraries {
  List<Library> libraries() throws VSphereException;

  /** What is in a library. */
  List<Item> items(String library) throws VSphereException;

  /** Makes a library on a datastore; returns its id. */
  String create(String name, String description, Ref datastore) throws VSphereException;

  void update(String id, String name, String description) throws VSphereException;

  /** Removes a library and all that is in it. */
  void delete(String id) throws VSphereException;

  /** Makes an empty item, such as one of type {@code ovf}; returns its id. */
  String createItem(String library, String name, String description, String type)
      throws VSphereException;

  void deleteItem(String id) throws VSphereException;

  /** Makes a VM from an item that is an OVF package. */
  Ref deploy(String item, String name, Ref pool, Ref folder, Optional<Ref> datastore)
      throws VSphereException;

  record Library(String id, String name, String description, String type) {}

  record Item(String id, String library, String name, String description, String type) {}
}
