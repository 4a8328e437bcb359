package dev.dvl.vsphere.machine.read;

import dev.dvl.engine.live.Stamp;
import dev.dvl.vsphere.stamp.BirthText;
import java.util.Optional;

/**
 * The birth record of a snapshot, on the last line of its description: {@code dvl.birth}, the
 * {@code instanceUuid} of its machine, and the record. A machine's own configuration has no room
 * for it: going back to a snapshot brings back the configuration of that time.
 *
 * @param text the description without the record
 * @param bearer the machine that it was written for
 */
public record SnapshotRecord(String text, Optional<String> bearer, Optional<Stamp> stamp) {
  private static final String MARK = "dvl.birth ";

  public static SnapshotRecord read(String description) {
    int line = description.lastIndexOf('\n') + 1;
    String last = description.substring(line);
    int space = last.indexOf(' ', MARK.length());
    Optional<Stamp> stamp =
        last.startsWith(MARK) && space > 0
            ? BirthText.read(last.substring(space + 1))
            : Optional.empty();
    return stamp.isEmpty()
        ? new SnapshotRecord(description, Optional.empty(), Optional.empty())
        : new SnapshotRecord(
            description.substring(0, Math.max(0, line - 1)),
            Optional.of(last.substring(MARK.length(), space)),
            stamp);
  }

  /**
   * A description with a record.
   *
   * @param birth the record as text
   */
  public static String write(String text, String instanceUuid, String birth) {
    String record = MARK + instanceUuid + " " + birth;
    return text.isEmpty() ? record : text + "\n" + record;
  }
}
