package dev.dvl.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How the terminal of this process is set. Java cannot change that itself; {@code stty} can. */
public final class Stty {
  private static final File TERMINAL = new File("/dev/tty");

  /** How it was set before it was changed for a question. */
  private static final AtomicReference<@Nullable String> BEFORE = new AtomicReference<>();

  private Stty() {}

  /** Changes settings until {@link #restore()}. */
  static void change(String... words) throws IOException {
    BEFORE.set(settings());
    set(words);
  }

  /** Whether it is set for a question that somebody is to answer, or for a command. */
  public static boolean isChanged() {
    return BEFORE.get() != null;
  }

  /** Sets it as it was, where it is changed: also by whoever leaves without a word. */
  public static void restore() {
    String before = BEFORE.getAndSet(null);
    if (before != null) {
      try {
        set(before);
      } catch (IOException e) {
        // The terminal has gone, and with it what it was set to.
      }
    }
  }

  /** All settings, as one word that {@link #set} takes. */
  static String settings() throws IOException {
    return run("-g").strip();
  }

  /**
   * @throws IOException when there is no terminal, or no {@code stty}
   */
  static void set(String... words) throws IOException {
    String _ = run(words);
  }

  static String run(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("stty"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command).redirectInput(TERMINAL).redirectErrorStream(true).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException("stty: " + said.strip());
      }
      return said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
