package dev.dvl.cli.progress;

import dev.dvl.cli.terminal.Terminal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an apply tells of itself. */
public enum ProgressMode {
  /** Lines that are drawn anew where a person reads, plain ones elsewhere. */
  AUTO,
  TTY,
  PLAIN,
  JSON,
  QUIET;

  public static Optional<ProgressMode> of(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(ProgressMode::word).toList();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  ProgressMode on(Terminal terminal) {
    boolean drawn = terminal.people().listen() && !terminal.variable("TERM").equals("dumb");
    return this == AUTO ? (drawn ? TTY : PLAIN) : this;
  }
}
