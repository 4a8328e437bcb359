package dev.dvl.vsphere.session;

import dev.dvl.vsphere.session.spec.Allocation;
import dev.dvl.vsphere.session.spec.ClusterChange;
import java.util.List;
import java.util.Optional;

/** Makes and changes what VMs are in, and what holds for objects of any type. */
public interface Objects {
  void rename(Ref object, String name, Watch watch) throws VSphereException, InterruptedException;

  /** Moves an object to another folder. */
  void move(Ref object, Ref folder, Watch watch) throws VSphereException, InterruptedException;

  /** Removes an object and all that is in it, files included. */
  void destroy(Ref object, Watch watch) throws VSphereException, InterruptedException;

  Ref createFolder(Ref parent, String name) throws VSphereException;

  Ref createPool(Ref parent, String name, Allocation cpuMhz, Allocation memoryMb)
      throws VSphereException;

  void updatePool(Ref pool, String name, Allocation cpuMhz, Allocation memoryMb)
      throws VSphereException;

  /** Moves a pool or a VM into another pool. */
  void moveToPool(Ref object, Ref pool) throws VSphereException;

  /** Changes the rules and groups of a cluster. */
  void reconfigureCluster(Ref cluster, List<ClusterChange> changes, Watch watch)
      throws VSphereException, InterruptedException;

  /** The key of a custom field by its name; empty where nobody has defined it. */
  Optional<Integer> fieldKey(String name) throws VSphereException;

  /**
   * Defines a custom field for objects of a type, or of all with an empty type; returns its key.
   */
  int defineField(String name, String type) throws VSphereException;

  /**
   * The key of a custom field, which is defined where nobody has. Somebody else may define it
   * between the look and the call: the server takes one of the two, and either will do.
   */
  default int definedField(String name, String type) throws VSphereException {
    Optional<Integer> there = fieldKey(name);
    if (there.isPresent()) {
      return there.get();
    }
    try {
      return defineField(name, type);
    } catch (VSphereException failed) {
      return fieldKey(name).orElseThrow(() -> failed);
    }
  }

  void renameField(int key, String name) throws VSphereException;

  void removeField(int key) throws VSphereException;

  /** Sets a custom field of an object; an empty text unsets it. */
  void setField(Ref object, int key, String value) throws VSphereException;
}
