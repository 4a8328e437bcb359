package dev.dvl.sandbox.scenario;

import dev.dvl.compiler.diagnostic.Spelling;
import dev.dvl.engine.change.Op;
import java.util.List;
import java.util.Optional;

/**
 * Which calls are meant.
 *
 * @param kind the kind whose calls they are, or {@code *}
 * @param call the call, such as {@code start}, or {@code *}
 */
record CallPattern(String kind, String call) {
  private static final String ANY = "*";
  private static final List<String> CALLS =
      List.of(
          "make",
          "change",
          "start",
          "wait_healthy",
          "wait_completed",
          "wait_steady",
          "drain",
          "stop",
          "release",
          "remove",
          "discard",
          "restore",
          ANY);

  /** What is wrong with a pattern as it is written, without a full stop; empty where nothing is. */
  static Optional<String> problem(String word) {
    if (word.equals(ANY)) {
      return Optional.empty();
    }
    String[] parts = word.split("\\.", -1);
    if (parts.length != 2 || parts[0].isEmpty()) {
      return Optional.of(
          "`" + word + "` is no call: calls look like `container.start` or `*.make`");
    }
    return CALLS.contains(parts[1])
        ? Optional.empty()
        : Optional.of("the sandbox has no call `" + parts[1] + "`");
  }

  /** A sentence that names a call like the one that there is not. */
  static Optional<String> similar(String word) {
    return Spelling.note("a call", word.substring(word.indexOf('.') + 1), CALLS);
  }

  /** The pattern that {@code word} writes, which has no problem. */
  static CallPattern of(String word) {
    int dot = word.indexOf('.');
    return dot < 0
        ? new CallPattern(ANY, ANY)
        : new CallPattern(word.substring(0, dot), word.substring(dot + 1));
  }

  boolean matches(Op op) {
    int dot = op.call().lastIndexOf('.');
    return matches(kind, op.call().substring(0, Math.max(0, dot)))
        && matches(call, op.call().substring(dot + 1));
  }

  private static boolean matches(String wanted, String given) {
    return wanted.equals(ANY) || wanted.equals(given);
  }
}
