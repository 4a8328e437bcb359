package dev.dvl.vimgen;

import dev.dvl.goldens.Goldens;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is written for a schema, as a golden. */
class VimSourcesTest {
  private static final Path RESOURCES = Path.of("src/test/resources");

  @TestFactory
  Stream<DynamicTest> records() {
    return Goldens.in(RESOURCES.resolve("schemas"), ".schema")
        .compare(
            RESOURCES.resolve("records"),
            ".java.txt",
            input ->
                VimSources.of(SchemaReader.read(input.text()), "example").stream()
                    .map(Object::toString)
                    .collect(Collectors.joining("\n")));
  }
}
