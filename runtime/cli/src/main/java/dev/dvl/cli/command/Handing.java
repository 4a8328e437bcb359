package dev.dvl.cli.command;

import dev.dvl.cli.streams.Passing;
import dev.dvl.cli.terminal.RawScreen;
import dev.dvl.cli.terminal.Terminal;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.Streams;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands the streams of this process to a command elsewhere, and its exit code back. */
record Handing(Terminal terminal) {

  /** A command elsewhere. */
  @FunctionalInterface
  interface Elsewhere {
    int run(Streams streams) throws HostProblem, IOException;
  }

  /**
   * Runs it.
   *
   * @param reading whether it reads what is typed
   * @param screen whether it is to think that it has a terminal
   */
  Exit over(Elsewhere elsewhere, boolean reading, boolean screen) throws Refusal {
    if (screen && !(terminal.people().read() && terminal.people().write())) {
      throw noTerminal(
          "Standard input and output are no terminal, and the command is to have one.");
    }
    terminal.flush();
    return screen ? onScreen(elsewhere, reading) : run(elsewhere, streams(reading, null));
  }

  private Exit onScreen(Elsewhere elsewhere, boolean reading) throws Refusal {
    try (RawScreen screen = RawScreen.open(terminal.variable("TERM"))) {
      return run(elsewhere, streams(reading, screen));
    } catch (IOException e) {
      throw noTerminal("The terminal cannot be handed over: " + e.getMessage() + ".");
    }
  }

  private Streams streams(boolean reading, @Nullable RawScreen screen) {
    return new Streams(
        reading ? Optional.of(terminal.in()) : Optional.empty(),
        new Passing(terminal.out()),
        new Passing(terminal.err()),
        Optional.ofNullable(screen));
  }

  private static Exit run(Elsewhere elsewhere, Streams streams) throws Refusal {
    try {
      return Exit.of(elsewhere.run(streams));
    } catch (HostProblem problem) {
      throw Reaching.refusal(problem);
    } catch (IOException readerHasGone) {
      return Exit.FAILED;
    }
  }

  private static Refusal noTerminal(String sentence) {
    return Refusal.of(Exit.WRONG, CommandCodes.NO_TERMINAL, sentence);
  }
}
