package dev.dvl.vsphere.stamp;

import dev.dvl.engine.change.Desired;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Stamp;
import java.util.Optional;

/** The record of an object that is changed in place. */
public final class LaterBirth {
  private LaterBirth() {}

  /** What the program says now, but for who made the object; nothing where it has no record. */
  public static Optional<String> of(Live live, Desired desired) {
    return live.stamp()
        .map(
            was ->
                new Stamp(
                    desired.birth().stack(),
                    desired.birth().address(),
                    desired.birth().kind(),
                    was.op(),
                    desired.birth().names(),
                    desired.birth().fingerprints(),
                    was.adopted()))
        .map(BirthText::write);
  }
}
