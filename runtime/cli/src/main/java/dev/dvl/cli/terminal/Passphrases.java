package dev.dvl.cli.terminal;

import dev.dvl.engine.provider.Prompt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Asks who sits at the terminal, and shows nothing of what is typed. Where the terminal would show
 * it, nobody is asked. What nobody knew is not asked for again.
 */
public final class Passphrases implements Prompt {
  private static final int TRIES = 3;

  private final Terminal terminal;
  private final Map<String, Optional<String>> known = new HashMap<>();
  private final Lock one = new ReentrantLock();

  public Passphrases(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Optional<String> passphrase(String what, Predicate<String> right) {
    one.lock();
    try {
      Optional<String> before = known.getOrDefault(what, Optional.empty());
      if (known.containsKey(what) && (before.isEmpty() || right.test(before.get()))) {
        return before;
      }
      Optional<String> found = asked(what, right);
      known.put(what, found);
      return found;
    } finally {
      one.unlock();
    }
  }

  private Optional<String> asked(String what, Predicate<String> right) {
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<String> typed = typed("Passphrase of " + what + ": ");
      if (typed.isEmpty() || typed.filter(right).isPresent()) {
        return typed;
      }
      terminal.err().println("It has another passphrase.");
    }
    return Optional.empty();
  }

  /**
   * A line, without what ends it; nothing where it is empty, or cannot be typed unseen. The
   * terminal may have been handed over to a command elsewhere already.
   */
  private Optional<String> typed(String question) {
    try {
      Thread restoring = new Thread(Stty::restore);
      Runtime.getRuntime().addShutdownHook(restoring);
      try {
        Stty.change("-echo", "icanon", "icrnl", "isig", "opost");
        terminal.flush();
        terminal.err().print(question);
        terminal.err().flush();
        return line();
      } finally {
        terminal.err().println();
        Stty.restore();
        Runtime.getRuntime().removeShutdownHook(restoring);
      }
    } catch (IOException | IllegalStateException unseen) {
      return Optional.empty();
    }
  }

  /** Byte by byte: what comes behind the line is for others. */
  private Optional<String> line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = terminal.in().read(); next >= 0 && next != '\n'; next = terminal.in().read()) {
      line.write(next);
    }
    return Optional.of(line.toString(StandardCharsets.UTF_8)).filter(it -> !it.isEmpty());
  }
}
