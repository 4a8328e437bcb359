package dev.dvl.cli.command;

import dev.dvl.cli.terminal.Stty;
import dev.dvl.cli.terminal.Terminal;
import dev.dvl.cli.world.Interrupts;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** What happens on Ctrl-C: the first one stops what is not begun, the second one leaves. */
final class Stopping {
  private static final String FIRST =
      "stopping: nothing new starts, what is half made is taken back, the rest is waited for;"
          + " Ctrl-C again leaves at once";
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final String LAST =
      "left: the journal knows what was under way, and the next apply finds out what became of it";

  private final Interrupts interrupts = new Interrupts(this::first, this::leave);
  private final Terminal terminal;
  private volatile Consumer<String> listener;

  Stopping(Terminal terminal) {
    this.terminal = terminal;
    this.listener = terminal.err()::println;
  }

  Interrupts interrupts() {
    return interrupts;
  }

  /** Who says that the run is being stopped. */
  void tell(Consumer<String> sayer) {
    this.listener = sayer;
  }

  private void first() {
    listener.accept(FIRST);
  }

  /**
   * What the journal has to know is on disk already, so nothing is waited for; least of all a
   * screen that takes no more text.
   */
  private void leave() {
    Thread.ofPlatform().daemon().start(Stopping::leaveSoon);
    terminal.err().println(LAST);
    terminal.flush();
    halt();
  }

  private static void leaveSoon() {
    LockSupport.parkNanos(PATIENCE.toNanos());
    halt();
  }

  private static void halt() {
    Stty.restore();
    Runtime.getRuntime().halt(Exit.INTERRUPTED.code());
  }
}
