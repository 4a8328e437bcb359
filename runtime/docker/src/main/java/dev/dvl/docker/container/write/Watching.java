package dev.dvl.docker.container.write;

import dev.dvl.docker.event.EventHub;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Looks at a container until it is judged to be as it is waited for. Looks once when it begins, and
 * then only when the engine tells that something happened to the container, or when the judge wants
 * to see it again.
 *
 * @param limit how long it may take
 */
record Watching(DockerEngine engine, String name, Judge judge, Duration limit, Run run) {
  private static final String CANCELLED = "dvl.cancelled";
  private static final String TIME = "dvl.time";

  /** Says what a look at the container means. */
  interface Judge {
    Verdict of(Json container);

    /** What to say when the time is over. */
    OpProblem late(Json container, String what);
  }

  /**
   * Waits for it.
   *
   * @param container an id or a name
   */
  Done untilSettled(String container) throws IOException, OpProblem {
    Json there =
        engine
            .find(MadeContainer.path(container))
            .orElseThrow(() -> new IOException("the container is gone"));
    String id = there.at("Id").text();
    run.resume(id);
    BlockingQueue<String> signals = new LinkedBlockingQueue<>();
    run.cancel().onAsk(() -> signals.add(CANCELLED));
    EventHub.Listening listening = engine.events().listen(id, signals::add);
    try {
      return untilSettled(id, signals);
    } finally {
      listening.end();
    }
  }

  private Done untilSettled(String id, BlockingQueue<String> signals)
      throws IOException, OpProblem {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      Json now = engine.find(MadeContainer.path(id)).orElse(Json.Nil.NIL);
      switch (judge.of(now)) {
        case Verdict.Settled ignored -> {
          return MadeContainer.of(now, engine);
        }
        case Verdict.Failed(OpProblem problem) -> throw problem;
        case Verdict.Pending(String what, Optional<Duration> again) -> {
          run.progress(what, OptionalDouble.empty());
          String signal = next(signals, deadline, again);
          if (signal.equals(CANCELLED)) {
            throw Problems.cancelled("waiting for container `" + name + "` was given up");
          }
          if (signal.equals(TIME) && System.nanoTime() >= deadline) {
            throw judge.late(now, what);
          }
          if (signal.equals(EventHub.LOST)) {
            throw new IOException("its events ended");
          }
        }
      }
    }
  }

  /** The next thing that may matter; checks of health make events of their own, which do not. */
  private static String next(BlockingQueue<String> signals, long deadline, Optional<Duration> again)
      throws IOException {
    long now = System.nanoTime();
    long most = again.map(Duration::toNanos).orElse(deadline - now);
    long end = now + Math.min(deadline - now, most);
    while (true) {
      try {
        String signal = signals.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        if (signal == null) {
          return TIME;
        }
        if (!signal.startsWith("exec_")) {
          return signal;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("the wait was interrupted");
      }
    }
  }
}
