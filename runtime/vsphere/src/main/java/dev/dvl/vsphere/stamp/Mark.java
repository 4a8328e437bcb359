package dev.dvl.vsphere.stamp;

import dev.dvl.engine.live.Stamp;
import java.util.Optional;

/**
 * What stands in the custom attribute {@code dvl.birth} of an object that has no room of its own
 * for a birth record: the id of the object it was written for, a space, and the record.
 *
 * @param bearer the object's id on its vCenter: {@code group-v12}
 */
public record Mark(String bearer, Stamp stamp) {
  /** The name of the custom attribute. */
  public static final String FIELD = "dvl.birth";

  public static Optional<Mark> read(String text) {
    int space = text.indexOf(' ');
    return space < 1
        ? Optional.empty()
        : BirthText.read(text.substring(space + 1))
            .map(stamp -> new Mark(text.substring(0, space), stamp));
  }

  public String text() {
    return bearer + " " + BirthText.write(stamp);
  }
}
