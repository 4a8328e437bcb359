package dev.dvl.engine.apply;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks ops to stop when their time is up, and interrupts those that do not listen. */
final class TimeLimits implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("dvl-limits").unstarted(task));

  /** A limit that is being watched. */
  interface Watched extends AutoCloseable {
    /** Whether the limit was passed. */
    boolean passed();

    @Override
    void close();
  }

  /** Watches the thread that calls until the result is closed. */
  Watched watch(Duration limit, Stop stop) {
    Thread worker = Thread.currentThread();
    Stop passed = new Stop();
    Future<?> ask =
        clock.schedule(
            () -> {
              passed.ask();
              stop.ask();
            },
            limit.toNanos(),
            TimeUnit.NANOSECONDS);
    Future<?> interrupt =
        clock.schedule(worker::interrupt, limit.plus(GRACE).toNanos(), TimeUnit.NANOSECONDS);
    return new Watched() {
      @Override
      public boolean passed() {
        return passed.asked();
      }

      @Override
      public void close() {
        ask.cancel(false);
        interrupt.cancel(false);
      }
    };
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
