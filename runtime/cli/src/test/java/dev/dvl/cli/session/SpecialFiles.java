package dev.dvl.cli.session;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files that cannot lie in a source tree: not UTF-8, too large, links that lead away. */
final class SpecialFiles {
  private SpecialFiles() {}

  static void write(Path folder) throws IOException {
    Files.write(
        folder.resolve("latin1.dvl"),
        "let a = \"caf\u00e9\"\n".getBytes(StandardCharsets.ISO_8859_1));
    Files.writeString(folder.resolve("empty.dvl"), "");
    Files.createDirectories(folder.resolve("nothing"));
    Files.createDirectories(folder.resolve("folder.dvl"));
    try (RandomAccessFile large =
        new RandomAccessFile(folder.resolve("large.dvl").toFile(), "rw")) {
      large.setLength(65 << 20); // takes no room on the disk
    }
    Files.writeString(folder.resolve("deep.dvl"), "let a = " + "[".repeat(100_000) + "\n");
    Files.createSymbolicLink(folder.resolve("away.txt"), Path.of("/etc/hostname"));
    Files.writeString(folder.resolve("bomb.yaml"), bomb());
    Files.writeString(folder.resolve("deep.json"), "[".repeat(5_000) + "]".repeat(5_000));
  }

  /** Ten lists, each of five times the one before: ten million values. */
  private static String bomb() {
    StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 10; i++) {
      String alias = "*a" + (i - 1);
      text.append(
          "a%d: &a%d [%s]\n"
              .formatted(i, i, String.join(", ", List.of(alias, alias, alias, alias, alias))));
    }
    return text.toString();
  }

  static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
