package dev.dvl.engine.apply;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a plan is carried out.
 *
 * @param parallelism how many calls run, and how many changes are begun and not finished, on one
 *     host at a time; left out, what its host block says
 * @param program the program as text, for the history
 * @param origins where the program declares what the plan is about
 */
public record ApplyOptions(
    OptionalInt parallelism, Clock clock, String run, Optional<String> program, Origins origins) {
  /** For a host whose block says nothing: ten at a time. */
  public static final int DEFAULT_PARALLELISM = 10;

  public static ApplyOptions of(String run) {
    return of(run, Origins.NONE);
  }

  public static ApplyOptions of(String run, Origins origins) {
    return new ApplyOptions(OptionalInt.empty(), Clock.systemUTC(), run, Optional.empty(), origins);
  }
}
