package dev.dvl.engine.apply;

import java.time.Clock;
import java.util.Optional;

/**
 * How a plan is carried out.
 *
 * @param parallelism the most ops that run on one host at a time
 * @param program the program as text, for the history
 */
public record ApplyOptions(int parallelism, Clock clock, String run, Optional<String> program) {
  /** Ten at a time on a host. */
  public static final int DEFAULT_PARALLELISM = 10;

  public static ApplyOptions of(String run) {
    return new ApplyOptions(DEFAULT_PARALLELISM, Clock.systemUTC(), run, Optional.empty());
  }
}
