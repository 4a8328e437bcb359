package dev.dvl.compiler.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every program of the project: files, and blocks of its pages. */
final class Corpus {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern BLOCK =
      Pattern.compile(
          "^```dvl(?:(?!escaped)[^\n])*\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private Corpus() {}

  /** A program and where it stands. */
  record Program(String name, String text) {}

  static List<Program> all() {
    List<Program> programs = new ArrayList<>();
    for (Path file : files(".dvl")) {
      programs.add(new Program(ROOT.relativize(file).toString(), text(file)));
    }
    for (Path page : files(".md")) {
      BLOCK
          .matcher(text(page).replace("\r\n", "\n"))
          .results()
          .forEach(
              it ->
                  programs.add(new Program(ROOT.relativize(page) + ":" + it.start(), it.group(1))));
    }
    return programs;
  }

  private static List<Path> files(String suffix) {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(suffix) && Files.isRegularFile(file))
          .filter(file -> !file.toString().matches(".*/(target|node_modules|\\.git)/.*"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
