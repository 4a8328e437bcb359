package dev.dvl.compiler.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.dvl.compiler.Compilation;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.diagnostic.TextRenderer;
import dev.dvl.compiler.lower.input.ProjectFiles;
import dev.dvl.compiler.parse.Parser;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.schema.SchemaReader;
import dev.dvl.compiler.source.SourceMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text is judged to the end: names, types, values and rules. */
class CheckerFuzzTest {
  private static final Kinds KINDS = kinds();

  static Stream<byte[]> seeds() {
    return Seeds.all();
  }

  @MethodSource("seeds")
  @DictionaryFile(resourcePath = "words.dict")
  @FuzzTest(maxDuration = "12s")
  void anyProgramIsJudged(byte[] bytes) {
    SourceMap sources = new SourceMap();
    sources.add("main.dvl", new String(bytes, StandardCharsets.UTF_8));
    Outcome<Compilation.Checked> checked = Compilation.check(sources, KINDS, ProjectFiles.NONE);
    assertThat(checked.value()).isNotNull();
    TextRenderer.render(sources, List.copyOf(checked.diagnostics()), false);
  }

  private static Kinds kinds() {
    SourceMap sources = new SourceMap();
    for (Path file : Seeds.programs(Path.of("../../stdlib/kinds"))) {
      try {
        sources.add(file.toString(), Files.readString(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return SchemaReader.read(
            sources.files().stream().map(file -> Parser.parse(file).value()).toList())
        .value();
  }
}
