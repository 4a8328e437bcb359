package dev.dvl.docker.container.write;

import dev.dvl.docker.container.plan.ContainerArguments.Wait;
import dev.dvl.docker.event.EventHub;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
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
 * {@code container.wait}: until a container has started, is healthy, or has completed. Looks once
 * when it begins, and then only when the engine tells that something happened to the container.
 */
record WaitForContainer(DockerEngine engine) implements Primitive<Wait> {
  private static final String CANCELLED = "dvl.cancelled";
  private static final String TIME = "dvl.time";

  @Override
  public Class<Wait> arguments() {
    return Wait.class;
  }

  @Override
  public String failing(Wait args) {
    return "container `" + args.name() + "` cannot be waited for";
  }

  @Override
  public Done run(Wait args, Run run) throws IOException, OpProblem {
    Json container =
        engine
            .find(MadeContainer.path(args.container()))
            .orElseThrow(() -> new IOException("the container is gone"));
    String id = container.at("Id").text();
    run.resume(id);
    BlockingQueue<String> signals = new LinkedBlockingQueue<>();
    run.cancel().onAsk(() -> signals.add(CANCELLED));
    EventHub.Listening listening = engine.events().listen(id, signals::add);
    try {
      return new Waiting(engine, args, run, id, signals).untilSettled();
    } finally {
      listening.end();
    }
  }

  /** Waiting once more is how it is found out. */
  @Override
  public Probe probe(Wait args) {
    return new Probe.NotDone();
  }

  /** One wait. */
  private record Waiting(
      DockerEngine engine, Wait args, Run run, String id, BlockingQueue<String> signals) {

    Done untilSettled() throws IOException, OpProblem {
      String name = args.name();
      String until = args.until();
      long deadline = System.nanoTime() + args.timeout().toNanos();
      Verdicts verdicts = new Verdicts(name, until, new Logs(engine.api()));
      while (true) {
        Optional<Json> now = engine.find(MadeContainer.path(id));
        Verdict verdict = verdicts.of(now.orElse(Json.Nil.NIL));
        switch (verdict) {
          case Verdict.Settled ignored -> {
            return MadeContainer.of(now.orElse(Json.Nil.NIL));
          }
          case Verdict.Failed(OpProblem problem) -> throw problem;
          case Verdict.Pending(String what, Optional<Duration> again) -> {
            run.progress(what, OptionalDouble.empty());
            String signal = next(deadline, again);
            if (signal.equals(CANCELLED)) {
              throw Problems.cancelled("waiting for container `" + name + "` was given up");
            }
            if (signal.equals(TIME) && System.nanoTime() >= deadline) {
              throw verdicts.late(now.orElse(Json.Nil.NIL), what);
            }
            if (signal.equals(EventHub.LOST)) {
              throw new IOException("its events ended");
            }
          }
        }
      }
    }

    /** The next thing that may matter; checks of health make events of their own, which do not. */
    private String next(long deadline, Optional<Duration> again) throws IOException {
      while (true) {
        long left = deadline - System.nanoTime();
        long most = again.map(Duration::toNanos).orElse(left);
        try {
          String signal = signals.poll(Math.max(0, Math.min(left, most)), TimeUnit.NANOSECONDS);
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
}
