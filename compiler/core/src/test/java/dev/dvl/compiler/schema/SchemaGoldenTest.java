package dev.dvl.compiler.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.diagnostic.TextRenderer;
import dev.dvl.compiler.parse.Parser;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.syntax.FileTree;
import dev.dvl.goldens.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SchemaGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/schema");
  private static final Goldens CORPUS = Goldens.in(FOLDER.resolve("input"), ".dvl");
  private static final Path PAGES = Path.of("../../docs/diagnostics");
  private static final Pattern COVERED = Pattern.compile("(DVL5[0-9]{3})\\.md");
  private static final Pattern BLOCK =
      Pattern.compile("^```dvl-schema(,fails)?\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  /** What was understood, then what there is to say. */
  @TestFactory
  Stream<DynamicTest> schemas() {
    return CORPUS.compare(
        FOLDER.resolve("expected"),
        ".txt",
        input -> {
          SourceMap sources = new SourceMap();
          Outcome<Kinds> kinds = read(sources, input.name(), input.text());
          return SchemaText.of(kinds.value())
              + TextRenderer.render(sources, kinds.diagnostics(), false);
        });
  }

  @TestFactory
  Stream<DynamicTest> kindsWithoutMistakesSurvivePacking() {
    return CORPUS.inputs().stream()
        .map(
            input ->
                DynamicTest.dynamicTest(
                    input.name(),
                    () -> {
                      Outcome<Kinds> kinds = read(new SourceMap(), input.name(), input.text());
                      if (kinds.diagnostics().isEmpty()) {
                        assertThat(PackedKinds.unpack(PackedKinds.pack(kinds.value())))
                            .isEqualTo(kinds.value());
                      }
                    }));
  }

  @TestFactory
  List<DynamicTest> pages() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      return pages
          .filter(page -> COVERED.matcher(page.getFileName().toString()).matches())
          .sorted()
          .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> check(page)))
          .toList();
    }
  }

  private static void check(Path page) throws IOException {
    String code = page.getFileName().toString().replace(".md", "");
    String text = Files.readString(page).replace("\r\n", "\n");
    assertThat(text).startsWith("# " + code + " ");
    Matcher block = BLOCK.matcher(text);
    int blocks = 0;
    for (; block.find(); blocks++) {
      List<Diagnostic> said = read(new SourceMap(), "example.dvl", block.group(2)).diagnostics();
      assertThat(said.stream().map(it -> it.code().id()).distinct().toList())
          .as("codes for:\n%s", block.group(2))
          .isEqualTo(block.group(1) == null ? List.of() : List.of(code));
    }
    assertThat(blocks).as("examples of %s", code).isEqualTo(2);
  }

  private static Outcome<Kinds> read(SourceMap sources, String name, String text) {
    Outcome<FileTree> tree = Parser.parse(sources.add(name, text));
    Outcome<Kinds> kinds = SchemaReader.read(List.of(tree.value()));
    List<Diagnostic> all = new ArrayList<>(tree.diagnostics());
    all.addAll(kinds.diagnostics());
    return new Outcome<>(kinds.value(), all);
  }
}
