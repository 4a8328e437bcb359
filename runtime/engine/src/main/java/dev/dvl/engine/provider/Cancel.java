package dev.dvl.engine.provider;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether somebody asked to stop. */
public interface Cancel {
  /** Is never asked. */
  Cancel NEVER =
      new Cancel() {
        @Override
        public boolean asked() {
          return false;
        }

        @Override
        public void onAsk(Runnable stop) {}
      };

  boolean asked();

  /** Lets time pass; whether nobody asked meanwhile. */
  default boolean letPass(Duration time) throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    onAsk(asked::countDown);
    return !asked.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Runs {@code stop} once when asked; at once if that has happened already. */
  void onAsk(Runnable stop);
}
