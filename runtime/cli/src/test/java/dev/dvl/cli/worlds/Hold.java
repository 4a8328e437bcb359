package dev.dvl.cli.worlds;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A call that is never answered.
 *
 * @param call found in its method, path and body, where names stand for ids that are known
 * @param answer whether the platform carries it out, and only its answer is held
 */
record Hold(Pattern call, boolean answer) {

  /** Every line is {@code request} or {@code answer} and a pattern. */
  static List<Hold> of(List<String> lines) {
    return lines.stream()
        .map(line -> line.split(" ", 2))
        .map(parts -> new Hold(Pattern.compile(parts[1]), parts[0].equals("answer")))
        .toList();
  }
}
