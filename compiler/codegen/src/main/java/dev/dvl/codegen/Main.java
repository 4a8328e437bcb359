package dev.dvl.codegen;

import com.palantir.javapoet.JavaFile;
import dev.dvl.compiler.schema.Kinds;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes what a build needs from the kinds of a folder: {@code Main <kindsDir> <outDir> <package>}.
 */
public final class Main {

  private Main() {}

  /** Runs the generator; the build calls it. */
  public static void main(String[] args) throws IOException {
    Kinds kinds = KindFiles.read(Path.of(args[0]));
    for (JavaFile file : KindSources.of(kinds, args[2])) {
      file.writeTo(Path.of(args[1]));
    }
  }
}
