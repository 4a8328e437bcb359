package dev.dvl.docker.container.write;

import dev.dvl.engine.provider.OpProblem;
import java.time.Duration;
import java.util.Optional;

/** What a look at a container means for a wait. */
sealed interface Verdict {

  record Settled() implements Verdict {}

  record Failed(OpProblem problem) implements Verdict {}

  /**
   * Not yet.
   *
   * @param what what it is doing now
   * @param again when to look again though nothing happens
   */
  record Pending(String what, Optional<Duration> again) implements Verdict {}
}
