package dev.dvl.compiler.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.diagnostic.TextRenderer;
import dev.dvl.compiler.parse.Parser;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.syntax.FileTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Parsing never fails: any text gives a tree, and mistakes that can be shown. */
class ParserFuzzTest {
  static Stream<byte[]> seeds() {
    return Seeds.all();
  }

  @MethodSource("seeds")
  @DictionaryFile(resourcePath = "words.dict")
  @FuzzTest(maxDuration = "8s")
  void anyTextIsParsed(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    SourceMap sources = new SourceMap();
    SourceFile file = sources.add("main.dvl", text);
    Outcome<FileTree> parsed = Parser.parse(file);
    assertThat(parsed.value()).isNotNull();
    for (Diagnostic diagnostic : parsed.diagnostics()) {
      assertThat(sources.fileOf(diagnostic.primary().orElseThrow().span())).isEqualTo(file);
    }
    TextRenderer.render(sources, List.copyOf(parsed.diagnostics()), true);
  }
}
