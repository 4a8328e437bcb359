package dev.dvl.codegen;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.palantir.javapoet.JavaFile;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.goldens.Goldens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class GeneratedRecordsTest {
  private static final Path FOLDER = Path.of("src/test/resources/records");

  @TestFactory
  Stream<DynamicTest> records() {
    return Goldens.in(FOLDER.resolve("input"), ".dvl")
        .compare(FOLDER.resolve("expected"), ".txt", input -> sources(input.text()));
  }

  /** All generated files but the packed kinds, one behind the other. */
  private static String sources(String schema) throws Exception {
    Path folder = Files.createTempDirectory("kinds");
    Path file = Files.writeString(folder.resolve("kinds.dvl"), schema);
    try {
      Kinds kinds = KindFiles.read(folder);
      return KindSources.of(kinds, "example.kinds").stream()
          .filter(it -> !it.typeSpec().name().equals("KindBytes"))
          .map(JavaFile::toString)
          .collect(Collectors.joining("\n"));
    } catch (KindFiles.WrongSchemas wrong) {
      return Objects.requireNonNull(wrong.getMessage());
    } finally {
      Files.delete(file);
      Files.delete(folder);
    }
  }

  @Test
  void aWrongSchemaStopsTheBuildAndShowsWhere(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("wrong.dvl"), "/// A machine.\nkind box { provides machine\n");
    assertThatThrownBy(() -> KindFiles.read(folder))
        .isInstanceOf(KindFiles.WrongSchemas.class)
        .hasMessageContaining("wrong.dvl:2:10");
  }
}
