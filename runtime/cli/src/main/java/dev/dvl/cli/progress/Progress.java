package dev.dvl.cli.progress;

import dev.dvl.cli.render.Style;
import dev.dvl.cli.terminal.Stty;
import dev.dvl.cli.terminal.Terminal;
import dev.dvl.engine.apply.ApplyListener;
import dev.dvl.engine.plan.Plan;
import java.time.Clock;

/** Tells of an apply on the error stream until it is closed. */
public interface Progress extends ApplyListener, AutoCloseable {

  /** Says a line between the others: that a run is being stopped. */
  void say(String line);

  @Override
  void close();

  static Progress of(ProgressMode mode, Terminal terminal, Plan plan, Style style, Clock clock) {
    Running running = new Running(plan, clock);
    return switch (mode.on(terminal)) {
      case TTY ->
          new Ticking(
              new DrawnProgress(running, terminal, style, Stty::isChanged), DrawnProgress.PERIOD);
      case PLAIN, AUTO -> new Ticking(new PlainProgress(running, terminal), PlainProgress.PERIOD);
      case JSON -> new JsonProgress(terminal.err(), clock);
      case QUIET -> new QuietProgress(terminal.err());
    };
  }
}
