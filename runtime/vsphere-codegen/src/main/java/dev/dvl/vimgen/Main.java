package dev.dvl.vimgen;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the records of a schema: {@code Main <schemaFile> <outDir> <package>}. */
public final class Main {
  private Main() {}

  /** Runs the generator; the build calls it. */
  public static void main(String[] args) throws IOException {
    Schema schema = SchemaReader.read(Files.readString(Path.of(args[0])));
    for (JavaFile file : VimSources.of(schema, args[2])) {
      file.writeTo(Path.of(args[1]));
    }
  }
}
