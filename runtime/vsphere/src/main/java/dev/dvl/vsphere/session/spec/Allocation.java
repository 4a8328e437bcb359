package dev.dvl.vsphere.session.spec;

import java.util.Optional;

/**
 * How much of a resource is reserved, allowed and shared out. What is empty stays as it is.
 *
 * @param reservation MHz, MB, Mbit/s or IOPS, as the resource has it
 * @param limit in the same unit; -1 is no limit
 * @param expandable whether a pool may take from its parent; only pools have it
 */
public record Allocation(
    Optional<Long> reservation,
    Optional<Long> limit,
    Optional<Shares> shares,
    Optional<Boolean> expandable) {
  public static final Allocation UNCHANGED =
      new Allocation(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
