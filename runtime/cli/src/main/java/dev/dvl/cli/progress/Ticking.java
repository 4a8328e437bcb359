package dev.dvl.cli.progress;

import dev.dvl.engine.apply.ApplyEvent;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks a teller now and then, and lets only one thread at a time to it. */
final class Ticking implements Progress {
  private final Reporter told;
  private final ScheduledExecutorService clock;

  Ticking(Reporter told, Duration period) {
    this.told = told;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("progress").unstarted(task));
    long millis = period.toMillis();
    var _ = clock.scheduleAtFixedRate(this::tick, millis, millis, TimeUnit.MILLISECONDS);
  }

  private synchronized void tick() {
    told.tick();
  }

  @Override
  public synchronized void on(ApplyEvent event) {
    told.on(event);
  }

  @Override
  public synchronized void say(String line) {
    told.say(line);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    synchronized (this) {
      told.end();
    }
  }
}
