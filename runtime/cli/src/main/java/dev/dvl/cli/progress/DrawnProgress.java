package dev.dvl.cli.progress;

import dev.dvl.cli.render.Style;
import dev.dvl.cli.terminal.Terminal;
import dev.dvl.engine.apply.ApplyEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Lines that are drawn anew: above what has ended, below one line for each change that is under
 * way, with how long it has taken and what it waits for. While somebody is asked for something,
 * nothing is drawn over the question; what there is to say is said behind the answer.
 */
final class DrawnProgress implements Reporter {
  static final Duration PERIOD = Duration.ofMillis(100);
  private static final int MOST_LINES = 12;

  private final Running running;
  private final PrintStream err;
  private final int columns;
  private final Style style;
  private final BooleanSupplier asking;
  private final StringBuilder unsaid = new StringBuilder();
  private int drawn;

  /**
   * @param asking whether somebody is being asked for something on the same screen
   */
  DrawnProgress(Running running, Terminal terminal, Style style, BooleanSupplier asking) {
    this.asking = asking;
    this.running = running;
    this.err = terminal.err();
    this.columns = terminal.columns();
    this.style = style;
  }

  @Override
  public void on(ApplyEvent event) {
    Optional<String> line =
        switch (event) {
          case ApplyEvent.Started started -> {
            var _ = running.started(started);
            yield Optional.empty();
          }
          case ApplyEvent.Queued queued -> {
            running.queued(queued);
            yield Optional.empty();
          }
          case ApplyEvent.Progress progress -> {
            running.waits(progress);
            yield Optional.empty();
          }
          case ApplyEvent.Warned warned -> Optional.of(Sentences.warned(warned));
          case ApplyEvent.Done done ->
              running
                  .done(done)
                  .map(work -> style.good(Sentences.done(work, work.lasted(running.now()))));
          case ApplyEvent.Failed failed -> {
            var _ = running.ended(failed.op().change());
            yield Optional.of(style.alarm(Sentences.failed(failed)));
          }
          case ApplyEvent.Skipped skipped -> {
            var _ = running.ended(skipped.address());
            yield Optional.of(Sentences.skipped(skipped));
          }
          case ApplyEvent.Recovered recovered -> Optional.of(Sentences.recovered(recovered));
        };
    line.ifPresent(this::say);
  }

  @Override
  public void say(String line) {
    unsaid.append(line).append('\n');
    tick();
  }

  @Override
  public void tick() {
    if (asking.getAsBoolean()) {
      drawn = 0; // the question stands below what was drawn, which stays
    } else {
      show(said());
    }
  }

  @Override
  public void end() {
    err.print(said());
    err.flush();
  }

  private StringBuilder said() {
    StringBuilder text = cleared().append(unsaid);
    unsaid.setLength(0);
    return text;
  }

  private StringBuilder cleared() {
    StringBuilder text = new StringBuilder();
    if (drawn > 0) {
      text.append("\u001b[" + drawn + "A\r\u001b[J"); // up, and clear from there
    }
    drawn = 0;
    return text;
  }

  private void show(StringBuilder text) {
    List<String> lines = lines();
    lines.forEach(line -> text.append(line).append('\n'));
    drawn = lines.size();
    err.print(text);
    err.flush();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    Instant now = running.now();
    int open = running.open().size();
    running.open().stream()
        .limit(open > MOST_LINES ? MOST_LINES - 1 : MOST_LINES)
        .forEach(work -> lines.add(style.faint(cut(line(work, now)))));
    if (open > MOST_LINES) {
      lines.add(style.faint("  and " + (open - MOST_LINES + 1) + " more"));
    }
    if (open > 0) {
      lines.add(running.count());
    }
    return lines;
  }

  private static String line(Running.Work work, Instant now) {
    String lasted = Sentences.seconds(work.lasted(now));
    return "  "
        + Sentences.address(work.address)
        + ": "
        + work.word
        + " "
        + lasted
        + "  "
        + Sentences.at(work);
  }

  /** A line that wraps would not be cleared whole. */
  private String cut(String line) {
    int most = Math.max(20, columns - 1);
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
  }
}
