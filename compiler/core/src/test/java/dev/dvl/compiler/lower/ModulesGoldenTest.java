package dev.dvl.compiler.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.diagnostic.TextRenderer;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.ir.codec.ProgramJson;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.goldens.Goldens;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Programs of several modules: what is said about them, and what comes out of the right ones. */
class ModulesGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/modules");

  @TestFactory
  Stream<DynamicTest> programs() {
    return Goldens.in(FOLDER.resolve("input"), ".dvl")
        .compare(
            FOLDER.resolve("expected"),
            ".txt",
            input -> {
              SourceMap sources = new SourceMap();
              Outcome<Program> outcome = TestModules.of(input.text()).compile(sources);
              String said = TextRenderer.render(sources, outcome.diagnostics(), false);
              assertThat(outcome.hasErrors()).as(said).isEqualTo(input.name().startsWith("wrong_"));
              return outcome.hasErrors()
                  ? said
                  : said + Indented.json(ProgramJson.write(outcome.value()));
            });
  }
}
