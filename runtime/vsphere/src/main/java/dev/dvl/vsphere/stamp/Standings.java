package dev.dvl.vsphere.stamp;

import dev.dvl.engine.live.Live.Standing;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.live.Stamp;
import java.util.Optional;

/**
 * Whose an object is. A record counts only on its bearer: a clone carries the record of its origin
 * together with the id of another object.
 */
public final class Standings {
  private Standings() {}

  /**
   * Whose an object with a record is.
   *
   * @param stamp the record that the object carries
   * @param bearer the id of the object that the record was finished for; empty while it is made
   * @param own the id that the object really has
   */
  public static Standing of(
      Stack stack, Optional<Stamp> stamp, Optional<String> bearer, String own) {
    if (stamp.isEmpty()) {
      return Standing.FOREIGN;
    }
    if (bearer.isPresent() && !bearer.get().equals(own)) {
      return Standing.COPY;
    }
    if (!stamp.get().stack().equals(stack)) {
      return Standing.OTHER_STACK;
    }
    return bearer.isPresent() ? Standing.OURS : Standing.UNFINISHED;
  }
}
