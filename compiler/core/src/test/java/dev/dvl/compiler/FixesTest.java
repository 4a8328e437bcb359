package dev.dvl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.check.Compiled;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Fix;
import dev.dvl.compiler.diagnostic.Mending;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A fix that is offered mends: its diagnostic is gone, and the syntax is no worse than before. */
class FixesTest {
  private static final Pattern BLOCK =
      Pattern.compile("^```dvl,fails\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  /** A wrong program and where it stands. */
  private record Wrong(String name, String text) {}

  @TestFactory
  Stream<DynamicTest> everyFixMends() throws IOException {
    return programs().stream()
        .map(it -> DynamicTest.dynamicTest(it.name(), () -> check(it.text())));
  }

  @Test
  void whatIsCertainIsAppliedAndTheRestIsNot() {
    assertThat(mended("let a = ['x', 1e3]\n", false)).isEqualTo("let a = [\"x\", 1e3]\n");
    assertThat(mended("let a = 512Mi\nlet b = 5M\n", true))
        .isEqualTo("let a = 512MiB\nlet b = 5M\n");
    assertThat(mended("output a = lenn([1])\n", false)).isEqualTo("output a = lenn([1])\n");
    assertThat(mended("output a = lenn([1])\n", true)).isEqualTo("output a = len([1])\n");
    assertThat(mended("let a = { b: 1 }\n", false)).isEqualTo("let a = { b = 1 }\n");
    assertThat(mended("type A = { b = int }\n", false)).isEqualTo("type A = { b: int }\n");
    assertThat(mended("a b { c: [1] }\n", true)).isEqualTo("a b { c = [1] }\n");
    assertThat(mended("let a = \u201cx\u201d\n", false)).isEqualTo("let a = \"x\"\n");
  }

  @Test
  void aSemicolonGivesWayToWhatSeparates() {
    assertThat(mended("let a = 1; let b = 2\n", false)).isEqualTo("let a = 1\nlet b = 2\n");
    assertThat(mended("a b {\n\tc = 1;  d = 2\n}\n", false))
        .isEqualTo("a b {\n\tc = 1\n\td = 2\n}\n");
    assertThat(mended("a b { c = 1; d = [2] }\n", false)).isEqualTo("a b { c = 1, d = [2] }\n");
    assertThat(mended("let a = [1; 2]\n", false)).isEqualTo("let a = [1; 2]\n");
    assertThat(mended("let a = [1; 2]\n", true)).isEqualTo("let a = [1, 2]\n");
    assertThat(mended("let a = [\n  1; 2,\n]\n", true)).isEqualTo("let a = [\n  1, 2,\n]\n");
    assertThat(mended("let a = \"${b; c}\"\n", true)).isEqualTo("let a = \"${b; c}\"\n");
    assertThat(mended("a b { c = 1; }\n", false)).isEqualTo("a b { c = 1 }\n");
    assertThat(mended("let a = 1; // one\n", false)).isEqualTo("let a = 1 // one\n");
    assertThat(mended(";let a = 1\n", false)).isEqualTo("let a = 1\n");
    assertThat(mended("let a = f({ b = 1 }); let c = 2", false))
        .isEqualTo("let a = f({ b = 1 })\nlet c = 2");
  }

  @Test
  void aColonInABlockGivesWayToAnEqualsSign() {
    String web = "host e: docker {}\ncontainer web on e {\n  image = \"a\"\n  %s\n}\n";
    assertThat(mended(web.formatted("memory: 64MiB"), false))
        .isEqualTo(web.formatted("memory = 64MiB"));
    assertThat(mended(web.formatted("env: { A = \"b\" }"), false))
        .isEqualTo(web.formatted("env: { A = \"b\" }"));
    assertThat(mended(web.formatted("env: { A = \"b\" }"), true))
        .isEqualTo(web.formatted("env = { A = \"b\" }"));
    assertThat(mended(web.formatted("after: [e]"), true)).isEqualTo(web.formatted("after = [e]"));
    assertThat(mended(web.formatted("name: other"), true)).isEqualTo(web.formatted("name = other"));
    assertThat(mended("memory: 64MiB\n", true)).isEqualTo("memory: 64MiB\n");
    assertThat(mended("kind a { b: [1] }\n", false)).isEqualTo("kind a { b: [1] }\n");
  }

  private static String mended(String program, boolean likely) {
    SourceMap sources = new SourceMap();
    sources.add("first.dvl", "");
    sources.add("program.dvl", program);
    Diagnostic[] said = said(program).toArray(Diagnostic[]::new);
    List<Diagnostic> moved = Stream.of(said).map(it -> moved(it, 1)).toList();
    return Mending.of(sources.files(), moved, likely).sources().files().getLast().text();
  }

  /** The same diagnostic about a file that starts {@code by} further on. */
  private static Diagnostic moved(Diagnostic diagnostic, int by) {
    List<Fix> fixes =
        diagnostic.fixes().stream()
            .map(
                fix ->
                    new Fix(
                        fix.title(),
                        fix.confidence(),
                        fix.edits().stream().map(it -> moved(it, by)).toList()))
            .toList();
    return new Diagnostic(diagnostic.code(), Optional.empty(), List.of(), List.of(), fixes);
  }

  private static Fix.Edit moved(Fix.Edit edit, int by) {
    return new Fix.Edit(new Span(edit.span().start() + by, edit.span().end() + by), edit.text());
  }

  private static void check(String program) {
    List<Diagnostic> before = said(program);
    for (Diagnostic diagnostic : before) {
      for (Fix fix : diagnostic.fixes()) {
        String mended = applied(program, fix);
        List<Diagnostic> after = said(mended);
        String what = fix.title() + "\n" + mended + "\n" + after;
        assertThat(count(after, diagnostic)).as(what).isLessThan(count(before, diagnostic));
        assertThat(syntax(after)).as(what).isLessThanOrEqualTo(syntax(before));
      }
    }
  }

  /** How often the same is said of the same thing. */
  private static long count(List<Diagnostic> all, Diagnostic one) {
    return all.stream()
        .filter(it -> it.code().equals(one.code()))
        .filter(it -> it.primary().orElseThrow().text().equals(one.primary().orElseThrow().text()))
        .count();
  }

  private static long syntax(List<Diagnostic> all) {
    return all.stream().filter(it -> it.code().id().startsWith("DVL0")).count();
  }

  private static String applied(String program, Fix fix) {
    SourceMap sources = new SourceMap();
    sources.add("program.dvl", program);
    Diagnostic only =
        new Diagnostic(
            said(program).getFirst().code(), Optional.empty(), List.of(), List.of(), List.of(fix));
    return Mending.of(sources.files(), List.of(only), true).sources().files().getFirst().text();
  }

  private static List<Diagnostic> said(String program) {
    return Compiled.of("program.dvl", program).diagnostics();
  }

  private static List<Wrong> programs() throws IOException {
    List<Wrong> found = new ArrayList<>();
    for (Path page : files(Path.of("../../docs/diagnostics"), ".*/DVL[012].*\\.md")) {
      BLOCK
          .matcher(Files.readString(page).replace("\r\n", "\n"))
          .results()
          .forEach(it -> found.add(new Wrong(page.getFileName().toString(), it.group(1))));
    }
    for (Path golden :
        files(Path.of("src/test/resources"), ".*/(syntax|types)/input/wrong.*\\.dvl")) {
      found.add(new Wrong(golden.toString(), Files.readString(golden)));
    }
    return found;
  }

  private static List<Path> files(Path folder, String pattern) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(it -> it.toString().matches(pattern)).sorted().toList();
    }
  }
}
