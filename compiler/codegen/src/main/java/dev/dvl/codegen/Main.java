package dev.dvl.codegen;

import com.palantir.javapoet.JavaFile;
import dev.dvl.compiler.schema.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes what a build needs from the kinds of a folder: {@code Main <kindsDir> <outDir> <package>}.
 */
public final class Main {

  private Main() {}

  /** Runs the generator; the build calls it. */
  public static void main(String[] args) throws IOException {
    Kinds kinds = KindFiles.read(Path.of(args[0]));
    Path out = Path.of(args[1]);
    Set<Path> written = new HashSet<>();
    for (JavaFile file : KindSources.of(kinds, args[2])) {
      written.add(file.writeToPath(out));
    }
    removeOthers(out, written);
  }

  /** A type that is no longer made would still be compiled. */
  private static void removeOthers(Path folder, Set<Path> kept) throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(folder)) {
      sources = files.filter(it -> it.toString().endsWith(".java")).toList();
    }
    for (Path source : sources) {
      if (!kept.contains(source)) {
        Files.delete(source);
      }
    }
  }
}
