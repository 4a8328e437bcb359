package dev.dvl.vsphere.session;

import java.time.Duration;
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

  /** The items of a library that have a name: one, or none. */
  List<Item> find(String library, String name) throws VSphereException;

  /** Makes a machine from an item that is an OVF package or a template; it is off. */
  Ref deploy(Deployment deployment) throws VSphereException, InterruptedException;

  /**
   * What is to be made of an item.
   *
   * @param limit how long it may take
   */
  record Deployment(
      Item item,
      String name,
      Ref pool,
      Ref folder,
      Optional<Ref> host,
      Ref datastore,
      Duration limit) {}

  record Library(String id, String name, String description, String type) {}

  /**
   * An item.
   *
   * @param type {@code ovf}, {@code vm-template}, {@code iso} or another
   * @param version changes with what is in it
   */
  record Item(
      String id, String library, String name, String description, String type, String version) {
    /** An OVF package. */
    public static final String OVF = "ovf";

    /** A machine that is a template. */
    public static final String TEMPLATE = "vm-template";
  }
}
