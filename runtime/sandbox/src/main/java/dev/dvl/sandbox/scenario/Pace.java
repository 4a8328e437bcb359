package dev.dvl.sandbox.scenario;

import dev.dvl.engine.provider.Cancel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How made-up time passes. */
@FunctionalInterface
public interface Pace {
  /** As on the clock on the wall. */
  Pace REAL = Pace::wait;

  /** Made-up time takes none. */
  Pace NONE = (time, cancel) -> !cancel.asked();

  /** Comes back when the time is over, or at once when asked to stop: then it says false. */
  boolean pass(Duration time, Cancel cancel);

  private static boolean wait(Duration time, Cancel cancel) {
    CountDownLatch asked = new CountDownLatch(1);
    cancel.onAsk(asked::countDown);
    try {
      return !asked.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
