package dev.dvl.docker.container.plan;

import dev.dvl.engine.live.Live;
import dev.dvl.stdlib.ContainerPart;
import java.time.Duration;

/** How long a container may take to stop. */
final class Patience {
  /** For the engine to get to it, on top of a grace period. */
  private static final Duration MARGIN = Duration.ofSeconds(60);

  /** The engine's own grace period. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private Patience() {}

  static Duration toStop(Live container) {
    return ContainerPart.of(container.values()).stopGrace().orElse(GRACE).plus(MARGIN);
  }
}
