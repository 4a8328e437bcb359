package dev.dvl.vsphere.stamp;

import dev.dvl.engine.live.Stamp;
import java.util.Map;
import java.util.Optional;

/**
 * The birth record of a virtual machine or template, in its extra configuration: {@code dvl.birth}
 * is the record, {@code dvl.state} is {@code making}, and {@code ready} with the machine's {@code
 * instanceUuid} once it counts.
 *
 * @param bearer the {@code instanceUuid} of the machine it was finished for
 */
public record MachineBirth(Stamp stamp, Optional<String> bearer) {
  public static final String BIRTH = "dvl.birth";
  public static final String STATE = "dvl.state";

  private static final String MAKING = "making";
  private static final String READY = "ready ";

  /** The record in a machine's extra configuration, if it has one. */
  public static Optional<MachineBirth> read(Map<String, String> extra) {
    String state = extra.getOrDefault(STATE, MAKING);
    Optional<String> bearer =
        state.startsWith(READY) ? Optional.of(state.substring(READY.length())) : Optional.empty();
    return BirthText.read(extra.getOrDefault(BIRTH, ""))
        .map(stamp -> new MachineBirth(stamp, bearer));
  }

  /** What a machine carries from the call that makes it. */
  public static Map<String, String> making(Stamp stamp) {
    return Map.of(BIRTH, BirthText.write(stamp), STATE, MAKING);
  }

  /** What makes it count. */
  public static Map<String, String> ready(String instanceUuid) {
    return Map.of(STATE, READY + instanceUuid);
  }
}
