package dev.dvl.engine.apply;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a plan is carried out.
 *
 * @param parallelism the most ops that run on one host at a time; left out, what its host block
 *     says
 * @param program the program as text, for the history
 */
public record ApplyOptions(
    OptionalInt parallelism, Clock clock, String run, Optional<String> program) {
  /** For a host whose block says nothing: ten at a time. */
  public static final int DEFAULT_PARALLELISM = 10;

  public static ApplyOptions of(String run) {
    return new ApplyOptions(OptionalInt.empty(), Clock.systemUTC(), run, Optional.empty());
  }
}
