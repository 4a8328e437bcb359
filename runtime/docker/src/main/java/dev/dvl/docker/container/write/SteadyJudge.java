package dev.dvl.docker.container.write;

import dev.dvl.docker.Codes;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.OpProblem;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether a container is good for some time: it runs, is not started again meanwhile, and
 * its health check, where it has one, succeeds. The time counts from the first look that finds it
 * good.
 */
final class SteadyJudge implements Watching.Judge {
  private final LastWords words;
  private final Duration window;
  private @Nullable String start;
  private @Nullable Long goodSince;

  SteadyJudge(LastWords words, Duration window) {
    this.words = words;
    this.window = window;
  }

  @Override
  public Verdict of(Json container) {
    if (container.isNil()) {
      return new Verdict.Failed(
          words.problem(
              Codes.GONE,
              "The container `" + words.name() + "` was removed by somebody else.",
              container));
    }
    if (!container.at("State", "Status").text().equals("running")) {
      return words.exited(container);
    }
    if (isStartedAgain(container)) {
      return new Verdict.Failed(
          words.problem(
              Codes.EXITED,
              "The container `" + words.name() + "` ended, and was started again.",
              container));
    }
    return switch (container.at("State", "Health", "Status").text()) {
      case "unhealthy" -> words.unhealthy(container);
      case "starting" -> new Verdict.Pending("waiting for its health check", Optional.empty());
      default -> good();
    };
  }

  @Override
  public OpProblem late(Json container, String what) {
    return words.problem(
        Codes.WAITED,
        "The container `"
            + words.name()
            + "` has not been good for "
            + text(window)
            + " in time; it is still "
            + what
            + ".",
        container);
  }

  /** The engine starts what has ended once more where its restart policy says so. */
  private boolean isStartedAgain(Json container) {
    String now = container.at("State", "StartedAt").text();
    if (start == null) {
      start = now;
    }
    return !now.equals(start);
  }

  private Verdict good() {
    long now = System.nanoTime();
    if (goodSince == null) {
      goodSince = now;
    }
    Duration left = window.minusNanos(now - goodSince);
    return left.isPositive()
        ? new Verdict.Pending("good, to be so for " + text(window), Optional.of(left))
        : new Verdict.Settled();
  }

  private static String text(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }
}
