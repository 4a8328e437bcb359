package dev.dvl.docker.ready;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.docker.Codes;
import dev.dvl.docker.wire.Excerpt;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.Run;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One link of the chain: tried again and again until it holds, while what is wrong may pass.
 *
 * @param what for people: {@code SSH}
 * @param passing what may pass; everything else fails at once
 * @param stopped counted down when somebody asks to stop
 */
record Link(
    String what,
    Set<Code> passing,
    Duration limit,
    Limits limits,
    Run run,
    CountDownLatch stopped) {

  /** One try. */
  @FunctionalInterface
  interface Try<T> {
    T make() throws HostProblem;
  }

  <T> T await(Try<T> attempt) throws HostProblem {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      try {
        return attempt.make();
      } catch (HostProblem e) {
        if (stopped.getCount() == 0) {
          throw stop(e);
        }
        if (!passing.contains(e.code())) {
          throw e;
        }
        if (System.nanoTime() >= end) {
          throw late(e);
        }
        run.progress(what + ": " + shown(e), OptionalDouble.empty());
        rest(e);
      }
    }
  }

  private void rest(HostProblem e) throws HostProblem {
    try {
      if (stopped.await(limits.pause().toMillis(), TimeUnit.MILLISECONDS)) {
        throw stop(e);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw stop(e);
    }
  }

  private HostProblem late(HostProblem e) {
    return new HostProblem(
        e.code(), shown(e) + " It was waited for %s.".formatted(minutes()) + limits.because(), e);
  }

  private String minutes() {
    long minutes = limit.toMinutes();
    return minutes > 0 ? minutes + " min" : limit.toSeconds() + " s";
  }

  private static String shown(HostProblem e) {
    return Excerpt.of(String.valueOf(e.getMessage()));
  }

  private HostProblem stop(HostProblem e) {
    return new HostProblem(Codes.CANCELLED, "Waiting for " + what + " was given up.", e);
  }
}
