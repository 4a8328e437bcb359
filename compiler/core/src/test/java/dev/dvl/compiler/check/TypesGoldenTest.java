package dev.dvl.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.TextRenderer;
import dev.dvl.goldens.Goldens;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TypesGoldenTest {
  static final Path FOLDER = Path.of("src/test/resources/types");
  static final Goldens CORPUS = Goldens.in(FOLDER.resolve("input"), ".dvl");

  @TestFactory
  Stream<DynamicTest> typesAndDiagnostics() {
    return CORPUS.compare(
        FOLDER.resolve("expected"),
        ".txt",
        input -> {
          Compiled compiled = Compiled.of(input.name(), input.text());
          return TypePrinter.print(compiled)
              + "\n"
              + TextRenderer.render(compiled.sources(), compiled.diagnostics(), false);
        });
  }

  @Test
  void theShopChecks() {
    Goldens.Input shop =
        CORPUS.inputs().stream()
            .filter(it -> it.name().equals("shop.dvl"))
            .findFirst()
            .orElseThrow();
    assertThat(Compiled.of(shop.name(), shop.text()).diagnostics()).isEmpty();
  }
}
