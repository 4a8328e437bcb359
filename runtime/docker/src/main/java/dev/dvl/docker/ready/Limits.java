package dev.dvl.docker.ready;

import dev.dvl.engine.provider.Before;
import java.time.Duration;

/**
 * How long each link may take.
 *
 * @param login until the SSH server answers and lets us in
 * @param cloudInit until cloud-init has come to its end; while it waits the machine says that it
 *     works
 * @param engine until the engine answers
 * @param pause between two looks
 * @param because why it is no longer, for people; empty where that is as long as it can take
 */
record Limits(Duration login, Duration cloudInit, Duration engine, Duration pause, String because) {
  private static final Duration PACKAGES = Duration.ofMinutes(20);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Machines boot in a minute, and packages come over slow lines. */
  private static final Limits STARTING =
      new Limits(Duration.ofMinutes(5), PACKAGES, Duration.ofMinutes(5), PAUSE, "");

  /** Enough for the end of a start that an earlier apply began. */
  private static final Limits RUNNING =
      new Limits(
          Duration.ofSeconds(30),
          PACKAGES,
          Duration.ofSeconds(30),
          PAUSE,
          " Its machine was running before, so this apply waits no longer.");

  static Limits of(Before before) {
    return switch (before) {
      case NOT_RUNNING -> STARTING;
      case RUNNING -> RUNNING;
    };
  }
}
