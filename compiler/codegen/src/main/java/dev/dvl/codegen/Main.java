package dev.dvl.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes records for the kinds of a folder: {@code Main <kindsDir> <outDir> <package>}. */
public final class Main {

  private Main() {}

  /** Runs the generator; the build calls it. */
  public static void main(String[] args) throws IOException {
    Files.createDirectories(Path.of(args[1]));
  }
}
