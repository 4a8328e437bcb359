package dev.dvl.sandbox.scenario;

import java.time.Duration;
import java.util.Optional;

/**
 * What happens at a call.
 *
 * @param takes how long it takes; left out, no time
 * @param fate how it ends; left out, well
 */
public record Effect(Optional<Duration> takes, Optional<Fate> fate) {
  /** Nothing out of the ordinary. */
  public static final Effect NONE = new Effect(Optional.empty(), Optional.empty());
}
