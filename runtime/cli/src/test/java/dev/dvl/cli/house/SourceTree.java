package dev.dvl.cli.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The project's files as git sees them: what is tracked, and what is new and not ignored.
 *
 * @param root the folder that holds the build's wrapper
 * @param files their paths below the root, with {@code /}, sorted
 */
record SourceTree(Path root, List<String> files) {

  SourceTree {
    files = List.copyOf(files);
  }

  /** The project that the running test belongs to. */
  static SourceTree here() {
    for (Path root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
      if (Files.exists(root.resolve("mvnw"))) {
        return new SourceTree(root, listed(root));
      }
    }
    throw new IllegalStateException("no folder above this one holds the build's wrapper");
  }

  Stream<String> matching(String pattern) {
    Predicate<String> matches = Pattern.compile(pattern).asMatchPredicate();
    return files.stream().filter(matches);
  }

  Stream<String> mainJava() {
    return matching(".*/src/main/java/.*\\.java");
  }

  boolean has(String file) {
    return files.contains(file);
  }

  /** The lines of a file; bytes that are no text come out as replacement characters. */
  List<String> lines(String file) {
    return text(file).lines().toList();
  }

  String text(String file) {
    try {
      return new String(Files.readAllBytes(root.resolve(file)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> listed(Path root) {
    try {
      Process git =
          new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard")
              .directory(root.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return out.lines().filter(file -> Files.exists(root.resolve(file))).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
