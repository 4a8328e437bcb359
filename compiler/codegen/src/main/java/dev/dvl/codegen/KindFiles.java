package dev.dvl.codegen;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.diagnostic.TextRenderer;
import dev.dvl.compiler.parse.Parser;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.schema.SchemaReader;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.syntax.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the schema files below a folder. */
public final class KindFiles {
  private KindFiles() {}

  /**
   * The kinds that the {@code .dvl} files below {@code folder} declare.
   *
   * @throws IOException if a file cannot be read
   * @throws WrongSchemas if there is a mistake in one of them
   */
  public static Kinds read(Path folder) throws IOException {
    SourceMap sources = new SourceMap();
    List<FileTree> trees = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Path file : files(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      Outcome<FileTree> parsed = Parser.parse(sources.add(name, Files.readString(file)));
      trees.add(parsed.value());
      diagnostics.addAll(parsed.diagnostics());
    }
    Outcome<Kinds> kinds = SchemaReader.read(trees);
    diagnostics.addAll(kinds.diagnostics());
    if (!diagnostics.isEmpty()) {
      throw new WrongSchemas(TextRenderer.render(sources, diagnostics, false));
    }
    return kinds.value();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(file -> file.toString().endsWith(".dvl")).sorted().toList();
    }
  }

  /** Schema files have mistakes; the message shows them all. */
  public static final class WrongSchemas extends IllegalArgumentException {
    WrongSchemas(String message) {
      super(message);
    }
  }
}
