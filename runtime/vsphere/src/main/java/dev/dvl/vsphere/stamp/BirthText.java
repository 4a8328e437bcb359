package dev.dvl.vsphere.stamp;

import dev.dvl.engine.json.StampCodec;
import dev.dvl.engine.live.Stamp;
import java.util.Optional;

/**
 * A birth record as one line of JSON. A text that is no record of ours, or of a newer form, reads
 * as none: the object is then a stranger's.
 */
public final class BirthText {
  private BirthText() {}

  /** The record as text; equal records give equal text. */
  public static String write(Stamp stamp) {
    return StampCodec.ON_OBJECTS.text(stamp);
  }

  public static Optional<Stamp> read(String text) {
    return StampCodec.read(text);
  }
}
