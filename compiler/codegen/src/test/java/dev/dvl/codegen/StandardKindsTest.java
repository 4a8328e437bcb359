package dev.dvl.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.schema.PackedKinds;
import dev.dvl.compiler.schema.SchemaText;
import dev.dvl.compiler.type.Type;
import dev.dvl.goldens.Goldens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The kinds that come with dvl, read from their schema files. */
class StandardKindsTest {
  private static final Path SCHEMAS = Path.of("../../stdlib/kinds");
  private static final Path PAGES = Path.of("../../docs/kinds");
  private static final Kinds KINDS = read();

  /** Each schema file has a page of the same name: {@code docker/container}. */
  @TestFactory
  Stream<DynamicTest> referencePages() {
    return Goldens.in(SCHEMAS, ".dvl")
        .compare(
            PAGES, ".md", input -> KindPage.of(KINDS, KINDS.get(input.name().replace(".dvl", ""))));
  }

  @TestFactory
  Stream<DynamicTest> understood() {
    return Goldens.in(SCHEMAS, ".dvl")
        .compare(
            Path.of("src/test/resources/standard"),
            ".txt",
            input -> SchemaText.of(Kinds.of(List.of(KINDS.get(input.name().replace(".dvl", ""))))));
  }

  @Test
  void everyAttributeOfEveryKindIsDocumented() {
    assertThat(KINDS.byName().values())
        .allSatisfy(
            kind -> {
              assertThat(kind.doc()).as(kind.name()).isNotBlank();
              assertThat(attributes(kind))
                  .allSatisfy(
                      it -> assertThat(it.doc()).as(kind.name() + "." + it.name()).isNotBlank());
            });
  }

  @Test
  void everyFieldOfEveryNamedTypeIsDocumented() {
    assertThat(KINDS.types().values())
        .allSatisfy(
            type -> {
              assertThat(type.doc()).as(type.name()).isNotBlank();
              assertThat(fields(type.type()))
                  .allSatisfy(
                      it -> assertThat(it.doc()).as(type.name() + "." + it.name()).isNotBlank());
            });
  }

  @Test
  void theySurvivePacking() {
    assertThat(PackedKinds.unpack(PackedKinds.pack(KINDS))).isEqualTo(KINDS);
  }

  private static Stream<Attribute> attributes(KindSchema kind) {
    return Stream.concat(
        kind.attributes().stream(),
        kind.blocks().stream().map(Block::attributes).flatMap(List::stream));
  }

  private static Stream<Type.Field> fields(Type type) {
    return switch (type) {
      case Type.ObjectOf object -> object.fields().values().stream();
      case Type.Refined refined -> fields(refined.base());
      case Type ignored -> Stream.empty();
    };
  }

  private static Kinds read() {
    try {
      assertThat(Files.isDirectory(SCHEMAS)).isTrue();
      return KindFiles.read(SCHEMAS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
