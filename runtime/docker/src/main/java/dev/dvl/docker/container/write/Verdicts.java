package dev.dvl.docker.container.write;

import dev.dvl.docker.Codes;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.stdlib.ContainerWaitUntil;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Judges a container by what is waited for. */
record Verdicts(String name, ContainerWaitUntil until, Logs logs) implements Watching.Judge {
  /** A container counts as started once it has lived for so long. */
  private static final Duration SETTLE = Duration.ofMillis(250);

  @Override
  public Verdict of(Json container) {
    if (container.isNil()) {
      return failed(
          Codes.GONE, "The container `" + name + "` was removed by somebody else.", container);
    }
    boolean completes = until == ContainerWaitUntil.COMPLETED;
    return switch (container.at("State", "Status").text()) {
      case "running" -> running(container);
      case "exited", "dead" -> completes ? completed(container) : exited(container);
      case "restarting" -> completes ? pending("starting it again") : exited(container);
      case "paused" ->
          failed(
              Codes.WAITED, "The container `" + name + "` was paused by somebody else.", container);
      default -> pending("waiting for its start");
    };
  }

  /** What to say when the time is over. */
  @Override
  public OpProblem late(Json container, String what) {
    return problem(
        Codes.WAITED,
        "The container `"
            + name
            + "` is not "
            + until.word()
            + " in time; it is still "
            + what
            + ".",
        container);
  }

  private Verdict running(Json container) {
    return switch (until) {
      case HEALTHY -> health(container);
      case COMPLETED -> pending("waiting for its end");
      case NONE, STARTED -> started(container);
    };
  }

  private Verdict started(Json container) {
    if (container.at("RestartCount").number() > 0) {
      return exited(container);
    }
    Duration alive = alive(container);
    return alive.compareTo(SETTLE) >= 0
        ? new Verdict.Settled()
        : new Verdict.Pending("starting", Optional.of(SETTLE.minus(alive)));
  }

  private static Duration alive(Json container) {
    try {
      Instant start = Instant.parse(container.at("State", "StartedAt").text());
      Duration alive = Duration.between(start, Instant.now());
      return alive.isNegative() ? SETTLE : alive;
    } catch (DateTimeParseException e) {
      return SETTLE;
    }
  }

  private Verdict health(Json container) {
    return switch (container.at("State", "Health", "Status").text()) {
      case "healthy" -> new Verdict.Settled();
      case "unhealthy" ->
          failed(
              Codes.UNHEALTHY,
              "The health check of the container `" + name + "` failed.",
              container);
      case "starting" -> pending("waiting for its health check");
      default ->
          failed(
              Codes.WAITED,
              "The container `" + name + "` has no health check, and will never be healthy.",
              container);
    };
  }

  private Verdict completed(Json container) {
    return container.at("State", "ExitCode").number() == 0
        ? new Verdict.Settled()
        : says().notCompleted(container);
  }

  private Verdict exited(Json container) {
    return says().exited(container);
  }

  private static Verdict pending(String what) {
    return new Verdict.Pending(what, Optional.empty());
  }

  private Verdict failed(dev.dvl.compiler.diagnostic.Code code, String sentence, Json container) {
    return new Verdict.Failed(problem(code, sentence, container));
  }

  private OpProblem problem(
      dev.dvl.compiler.diagnostic.Code code, String sentence, Json container) {
    return says().problem(code, sentence, container);
  }

  private LastWords says() {
    return new LastWords(name, logs);
  }
}
