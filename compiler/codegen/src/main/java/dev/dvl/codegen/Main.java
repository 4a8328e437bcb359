package dev.dvl.codegen;

import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.schema.PackedKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes what a build needs from the kinds of a folder: {@code Main <kindsDir> <outDir> <package>}.
 */
public final class Main {

  private Main() {}

  /** Runs the generator; the build calls it. */
  public static void main(String[] args) throws IOException {
    Kinds kinds = KindFiles.read(Path.of(args[0]));
    Path folder = Path.of(args[1]).resolve(args[2].replace('.', '/'));
    Files.createDirectories(folder);
    Files.write(folder.resolve("kinds.bin"), PackedKinds.pack(kinds));
  }
}
