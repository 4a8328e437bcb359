package dev.dvl.compiler.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.diagnostic.TextRenderer;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.ir.codec.ProgramJson;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.goldens.Goldens;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Programs as they come out flat, and what is said about wrong ones. */
class LoweringGoldenTest {
  private static final Goldens RIGHT = Goldens.in(TestPrograms.FOLDER.resolve("input"), ".dvl");
  private static final Goldens WRONG = Goldens.in(TestPrograms.FOLDER.resolve("wrong"), ".dvl");

  @TestFactory
  Stream<DynamicTest> programs() {
    return RIGHT.compare(
        TestPrograms.FOLDER.resolve("expected"), ".json", input -> program(input, input.text()));
  }

  @TestFactory
  Stream<DynamicTest> diagnostics() {
    return WRONG.compare(
        TestPrograms.FOLDER.resolve("diagnostics"),
        ".txt",
        input -> {
          SourceMap sources = new SourceMap();
          Outcome<Program> outcome = TestPrograms.compile(sources, input.name(), input.text());
          assertThat(outcome.diagnostics()).isNotEmpty();
          return TextRenderer.render(sources, outcome.diagnostics(), false);
        });
  }

  @TestFactory
  Stream<DynamicTest> loweringIsDeterministic() {
    return RIGHT.inputs().stream()
        .map(
            input ->
                DynamicTest.dynamicTest(
                    input.name(),
                    () ->
                        assertThat(program(input, input.text()))
                            .isEqualTo(program(input, input.text()))));
  }

  private static String program(Goldens.Input input, String text) {
    SourceMap sources = new SourceMap();
    Outcome<Program> outcome = TestPrograms.compile(sources, input.name(), text);
    assertThat(TextRenderer.render(sources, outcome.diagnostics(), false)).isEmpty();
    return Indented.json(ProgramJson.write(outcome.value()));
  }
}
