package dev.dvl.compiler.format;

import dev.dvl.compiler.source.SourceMap;
import dev.dvl.goldens.Goldens;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Programs as they were written, and their form. */
class FormatGoldenTest {
  private static final Path FORMAT = Path.of("src/test/resources/format");

  @TestFactory
  Stream<DynamicTest> formatted() {
    return Goldens.in(FORMAT.resolve("input"), ".dvl")
        .compare(
            FORMAT.resolve("expected"),
            ".dvl",
            input -> Formatter.format(new SourceMap().add(input.name(), input.text())).value());
  }
}
