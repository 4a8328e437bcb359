package dev.dvl.cli.worlds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A call that is never answered.
 *
 * @param call found in its method, path and body, where names stand for ids that are known
 * @param answer whether the platform carries it out, and only its answer is held
 */
record Hold(Pattern call, boolean answer) {

  /** Of a file in which every line is {@code request} or {@code answer} and a pattern. */
  static List<Hold> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.split(" ", 2))
        .map(parts -> new Hold(Pattern.compile(parts[1]), parts[0].equals("answer")))
        .toList();
  }
}
