package dev.dvl.compiler.growth;

import dev.dvl.compiler.Compilation;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.TextRenderer;
import dev.dvl.compiler.lower.ProjectFiles;
import dev.dvl.compiler.parse.Parser;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.schema.SchemaReader;
import dev.dvl.compiler.source.SourceMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Compiles programs, within a {@link CountingLoader}. */
public final class Compiling implements Function<String, String> {
  private final Kinds kinds = kinds();

  /** The codes of what is wrong with a program, once each. */
  @Override
  public String apply(String program) {
    SourceMap sources = new SourceMap();
    sources.add("main.dvl", program);
    List<Diagnostic> diagnostics =
        Compilation.check(sources, kinds, ProjectFiles.NONE).diagnostics();
    TextRenderer.render(sources, diagnostics, false);
    return String.join(
        " ", diagnostics.stream().map(it -> it.code().id()).distinct().sorted().toList());
  }

  private static Kinds kinds() {
    SourceMap sources = new SourceMap();
    try (Stream<Path> files = Files.walk(Path.of("../../stdlib/kinds"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".dvl")).sorted().toList()) {
        sources.add(file.toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SchemaReader.read(
            sources.files().stream().map(file -> Parser.parse(file).value()).toList())
        .value();
  }
}
