package dev.dvl.vsphere.session;

import java.time.Duration;

/**
 * How much is asked of a server at once, and how long an answer may take.
 *
 * @param perServer operations that change something on one vCenter server or standalone host
 * @param perHost of these, those that make, copy or move machines on one ESXi host; where none is
 *     named, so many for each host of the cluster that the server chooses from
 * @param clonesPerDatastore of these, those that copy disks to one datastore
 * @param answer how long a call may take; an operation's own time is in {@link Watch#limit}
 * @param reread how long a wait trusts the server's updates before it looks by itself
 */
public record Limits(
    int perServer, int perHost, int clonesPerDatastore, Duration answer, Duration reread) {

  /** vCenter runs eight copies per host at once, and queues what is more. */
  public static final Limits USUAL =
      new Limits(16, 8, 4, Duration.ofMinutes(2), Duration.ofSeconds(20));

  public Limits {
    if (perServer < 1 || perHost < 1 || clonesPerDatastore < 1) {
      throw new IllegalArgumentException("a limit is at least 1");
    }
  }
}
