package dev.dvl.cli.world;

import dev.dvl.cli.terminal.Signals;
import dev.dvl.engine.provider.Cancel;
import java.util.ArrayList;
import java.util.List;

/**
 * Ctrl-C, and what else asks a run to end: the first time it is asked to stop, the second time
 * {@code leave} is run.
 */
public final class Interrupts implements Cancel {
  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  private final Runnable first;
  private final Runnable leave;
  private final List<Runnable> stops = new ArrayList<>();
  private boolean asked;

  public Interrupts(Runnable first, Runnable leave) {
    this.first = first;
    this.leave = leave;
  }

  /** Takes the signals of the process. */
  public void listen() {
    SIGNALS.forEach(signal -> Signals.on(signal, this::ask));
  }

  /** One request to end. */
  public void ask() {
    List<Runnable> now = new ArrayList<>();
    boolean again;
    synchronized (this) {
      again = asked;
      asked = true;
      if (!again) {
        now.addAll(stops);
      }
    }
    if (again) {
      leave.run();
    } else {
      first.run();
      now.forEach(Runnable::run);
    }
  }

  @Override
  public synchronized boolean asked() {
    return asked;
  }

  @Override
  public void onAsk(Runnable stop) {
    boolean now;
    synchronized (this) {
      now = asked;
      if (!now) {
        stops.add(stop);
      }
    }
    if (now) {
      stop.run();
    }
  }
}
