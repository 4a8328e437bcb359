package dev.dvl.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.source.Span;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RendererTest {
  private static final Code CODE = Code.error("DVL0101", "this cannot stand here");
  private static final Code WARNING = Code.warning("DVL0102", "odd");

  private final SourceMap sources = new SourceMap();
  private final SourceFile one = sources.add("one.dvl", "let a = 1\nlet b = \"\u001b[31mred\"\n");
  private final SourceFile two = sources.add("two.dvl", "let c = 3\n");

  @Test
  void showsEachFileWithItsMarks() {
    Diagnostic diagnostic =
        Diagnostic.at(CODE, span(two, 4, 5), "second")
            .label(span(one, 4, 5), "first")
            .note("A note.")
            .fix(Fix.replace("write `d`", Fix.Confidence.LIKELY, span(two, 4, 5), "d"));
    assertThat(TextRenderer.render(sources, List.of(diagnostic), false))
        .isEqualTo(
            """
            error[DVL0101]: this cannot stand here
             --> two.dvl:1:5
              |
            1 | let c = 3
              |     ^ second
             ::: one.dvl:1:5
              |
            1 | let a = 1
              |     - first
              = note: A note.
              = fix: write `d`
            """);
  }

  @Test
  void showsWhatTheTerminalWouldObey() {
    Diagnostic diagnostic = Diagnostic.at(CODE, span(one, 18, 19), "a \u001b in a label");
    assertThat(TextRenderer.render(sources, List.of(diagnostic), false))
        .contains("let b = \"\\u{1b}[31mred\"", "a \\u{1b} in a label")
        .doesNotContain("\u001b");
  }

  @Test
  void aByteOrderMarkIsNeitherShownNorCounted() {
    SourceFile marked = sources.add("marked.dvl", "\ufefflet a = b\n");
    Diagnostic diagnostic =
        Diagnostic.at(CODE, span(marked, 9, 10), "here").label(span(marked, 0, 4), "there");
    assertThat(TextRenderer.render(sources, List.of(diagnostic), false))
        .isEqualTo(
            """
            error[DVL0101]: this cannot stand here
             --> marked.dvl:1:9
              |
            1 | let a = b
              | --- there
              |         ^ here
            """);
  }

  @Test
  void coloursOnDemand() {
    Diagnostic diagnostic = Diagnostic.without(WARNING, "Nothing in the source.");
    assertThat(TextRenderer.render(sources, List.of(diagnostic), true))
        .startsWith("\u001b[33;1mwarning[DVL0102]\u001b[0m");
    assertThat(TextRenderer.render(sources, List.of(diagnostic), false))
        .isEqualTo("warning[DVL0102]: odd\n = note: Nothing in the source.\n");
  }

  @Test
  void marksSeveralLinesByTheirFirst() {
    Diagnostic diagnostic = Diagnostic.at(CODE, span(one, 8, 14), "both lines");
    assertThat(TextRenderer.render(sources, List.of(diagnostic), false))
        .contains("  |         ^ both");
  }

  @Test
  void separatesDiagnosticsInJson() throws IOException {
    Diagnostic diagnostic = Diagnostic.without(CODE, "A note.");
    String one = JsonRenderer.one(sources, diagnostic);
    StringBuilder document = new StringBuilder();
    JsonRenderer.write(sources, List.of(diagnostic, diagnostic), document);
    assertThat(document.toString())
        .isEqualTo("{\"format_version\":1,\"diagnostics\":[" + one + "," + one + "]}");
  }

  @Test
  void writesJson() throws IOException {
    Diagnostic diagnostic =
        Diagnostic.at(CODE, span(two, 4, 5), "a \"label\"")
            .note("A note.")
            .fix(Fix.replace("write `d`", Fix.Confidence.CERTAIN, span(two, 4, 5), "d"));
    StringBuilder document = new StringBuilder();
    JsonRenderer.write(sources, List.of(diagnostic), document);
    assertThat(document.toString())
        .isEqualTo(
            "{\"format_version\":1,\"diagnostics\":[{\"code\":\"DVL0101\",\"severity\":\"error\","
                + "\"message\":\"this cannot stand here\",\"file\":\"two.dvl\","
                + "\"start\":{\"line\":1,\"column\":5},\"end\":{\"line\":1,\"column\":6},"
                + "\"labels\":[{\"file\":\"two.dvl\",\"start\":{\"line\":1,\"column\":5},"
                + "\"end\":{\"line\":1,\"column\":6},\"text\":\"a \\\"label\\\"\"}],"
                + "\"notes\":[\"A note.\"],\"fixes\":[{\"title\":\"write `d`\","
                + "\"confidence\":\"certain\",\"edits\":[{\"file\":\"two.dvl\","
                + "\"start\":{\"line\":1,\"column\":5},\"end\":{\"line\":1,\"column\":6},"
                + "\"text\":\"d\"}]}]}]}");
  }

  private static Span span(SourceFile file, int start, int end) {
    return new Span(file.base() + start, file.base() + end);
  }
}
