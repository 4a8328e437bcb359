package dev.dvl.compiler.growth;

import dev.dvl.compiler.Compilation;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.TextRenderer;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.lower.input.ProjectFiles;
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
  /** Every module that is imported says the same. */
  private static final ProjectFiles FILES =
      new ProjectFiles() {
        @Override
        public String read(String path) throws EvaluationProblem {
          return NONE.read(path);
        }

        @Override
        public List<Text> module(String path) {
          return List.of(new Text(path, path, "let x = 1\nfn twice(n: int): int = n * 2"));
        }
      };

  private final Kinds kinds = kinds();

  /** The codes of what is wrong with a program, once each. */
  @Override
  public String apply(String program) {
    SourceMap sources = new SourceMap();
    sources.add("main.dvl", program);
    List<Diagnostic> diagnostics = Compilation.check(sources, kinds, FILES).diagnostics();
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
