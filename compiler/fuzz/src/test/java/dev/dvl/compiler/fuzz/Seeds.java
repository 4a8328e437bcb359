package dev.dvl.compiler.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The texts that fuzzing starts from: every short program of the project. */
final class Seeds {
  private static final Path ROOT = Path.of("../..");

  /** Fuzzing changes short texts much faster than long ones, and they say the same. */
  private static final int LONGEST = 1500;

  private Seeds() {}

  /** Examples, goldens right and wrong, and the schemas of kinds. */
  static Stream<byte[]> all() {
    return Stream.of("examples", "compiler/core/src/test/resources", "stdlib/kinds")
        .flatMap(folder -> programs(ROOT.resolve(folder)).stream())
        .map(Seeds::bytes)
        .filter(it -> it.length <= LONGEST);
  }

  static List<Path> programs(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(it -> it.toString().endsWith(".dvl"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
