package dev.dvl.engine.apply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * A limit that is being watched. Once it is closed, the thread is not interrupted any more, and
   * an interrupt that came too late for the op is forgotten: it was for nothing that comes after.
   */
  static final class Watched implements AutoCloseable {
    private final Thread worker = Thread.currentThread();
    private final List<Future<?>> pending = new ArrayList<>();
    private boolean passed;
    private boolean interrupted;
    private boolean closed;

    /** Whether the limit was passed. */
    synchronized boolean passed() {
      return passed;
    }

    private synchronized void pass() {
      passed = true;
    }

    private synchronized void interrupt() {
      if (!closed) {
        interrupted = true;
        worker.interrupt();
      }
    }

    @Override
    public synchronized void close() {
      closed = true;
      pending.forEach(task -> task.cancel(false));
      if (interrupted) {
        var _ = Thread.interrupted();
      }
    }
  }

  /** Watches the thread that calls until the result is closed, which that thread does. */
  Watched watch(Duration limit, Stop stop) {
    Watched watched = new Watched();
    watched.pending.add(after(limit, watched::pass));
    watched.pending.add(after(limit, stop::ask));
    watched.pending.add(after(limit.plus(GRACE), watched::interrupt));
    return watched;
  }

  private Future<?> after(Duration delay, Runnable task) {
    return clock.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
