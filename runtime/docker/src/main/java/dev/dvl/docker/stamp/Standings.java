package dev.dvl.docker.stamp;

import dev.dvl.engine.live.Live.Standing;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.live.Stamp;
import java.util.Optional;

/** Whose an object is, from its stamp and what it might have inherited it from. */
public final class Standings {
  private Standings() {}

  /**
   * Judges one object.
   *
   * @param inheritedOp the op that the object's origin (the image of a container) carries for this
   *     kind; a stamp with the same op came from there
   * @param name the object's name, which tells whether it is still being made; one that has left
   *     its name to a successor is whole, and counts until that has it: what is in it is there
   *     alone
   */
  public static Standing of(Optional<Stamp> stamp, String inheritedOp, String name, Stack stack) {
    if (stamp.isEmpty()) {
      return Standing.FOREIGN;
    }
    if (stamp.get().op().equals(inheritedOp)) {
      return Standing.COPY;
    }
    if (!stamp.get().stack().equals(stack)) {
      return Standing.OTHER_STACK;
    }
    return MakingName.isMaking(name) ? Standing.UNFINISHED : Standing.OURS;
  }
}
