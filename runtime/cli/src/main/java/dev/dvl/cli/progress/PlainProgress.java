package dev.dvl.cli.progress;

import dev.dvl.cli.terminal.Terminal;
import dev.dvl.engine.apply.ApplyEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** One line for each event, and a sign of life from what takes long. */
final class PlainProgress implements Reporter {
  static final Duration PERIOD = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(10);

  private final Running running;
  private final PrintStream err;

  PlainProgress(Running running, Terminal terminal) {
    this.running = running;
    this.err = terminal.err();
  }

  @Override
  public void on(ApplyEvent event) {
    switch (event) {
      case ApplyEvent.Started started -> {
        if (running.started(started)) {
          running.open().stream()
              .filter(work -> work.address.equals(started.op().change()))
              .forEach(work -> say(Sentences.started(work)));
        }
      }
      case ApplyEvent.Queued queued -> running.queued(queued);
      case ApplyEvent.Progress progress -> running.waits(progress);
      case ApplyEvent.Warned warned -> say(Sentences.warned(warned));
      case ApplyEvent.Done done ->
          running
              .done(done)
              .ifPresent(work -> say(Sentences.done(work, work.lasted(running.now()))));
      case ApplyEvent.Failed failed -> {
        var _ = running.ended(failed.op().change());
        say(Sentences.failed(failed));
      }
      case ApplyEvent.Skipped skipped -> {
        var _ = running.ended(skipped.address());
        say(Sentences.skipped(skipped));
      }
      case ApplyEvent.Recovered recovered -> say(Sentences.recovered(recovered));
    }
  }

  @Override
  public void tick() {
    Instant now = running.now();
    for (Running.Work work : running.open()) {
      if (Duration.between(work.said, now).compareTo(LONG) >= 0) {
        work.said = now;
        say(Sentences.still(work, work.lasted(now)));
      }
    }
  }

  @Override
  public void say(String line) {
    err.println(line);
  }

  @Override
  public void end() {
    err.flush();
  }
}
