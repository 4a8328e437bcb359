package dev.dvl.vsphere.session.spec;

import dev.dvl.vsphere.session.Ref;
import java.util.List;
import java.util.Optional;

/**
 * Where a VM and its disks are to be. What is empty stays, or is the server's choice.
 *
 * @param linked whether a copy keeps reading what it has in common with its source
 * @param disks disks that are to be somewhere else than the rest
 */
public record Placement(
    Optional<Ref> pool,
    Optional<Ref> host,
    Optional<Ref> datastore,
    Optional<Ref> folder,
    boolean linked,
    List<DiskPlacement> disks,
    Optional<String> policy) {
  public Placement {
    disks = List.copyOf(disks);
  }

  /** A disk by its device key, and where it is to be. */
  public record DiskPlacement(int key, Ref datastore) {}

  /** In a pool, with all disks on one datastore. */
  public static Placement on(Ref pool, Ref datastore) {
    return new Placement(
        Optional.of(pool),
        Optional.empty(),
        Optional.of(datastore),
        Optional.empty(),
        false,
        List.of(),
        Optional.empty());
  }
}
