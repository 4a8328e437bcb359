package dev.dvl.compiler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.diagnostic.TextRenderer;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.FileTree;
import dev.dvl.goldens.Goldens;
import dev.dvl.grammar.DvlParser;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParserLawsTest {
  private static final int EDITS = 60;

  @Test
  void anyEditGivesATreeWithSpansInTheFile() {
    Random random = new Random(20260101);
    for (Goldens.Input input : SyntaxGoldenTest.CORPUS.inputs()) {
      for (int i = 0; i < EDITS; i++) {
        check(edited(input.text(), random));
      }
    }
  }

  @Test
  void rightProgramsNeverNeedFullContext() {
    SourceFile file = new SourceMap().add("large.dvl", Programs.resources(1000));
    assertThat(file.lineCount()).isGreaterThan(10_000);
    assertThat(fullContexts(file)).isZero();
    for (Goldens.Input input : SyntaxGoldenTest.CORPUS.inputs()) {
      if (!input.name().startsWith("wrong")) {
        assertThat(fullContexts(new SourceMap().add(input.name(), input.text())))
            .as(input.name())
            .isZero();
      }
    }
  }

  @Test
  void bracketsMayNest() {
    assertThat(codes("let a = " + "[".repeat(256) + "]".repeat(256))).isEmpty();
    assertThat(codes("let a = " + "(".repeat(256) + "1" + ")".repeat(256))).isEmpty();
    assertThat(codes("let a = " + "{ b = ".repeat(256) + "1" + " }".repeat(256))).isEmpty();
    assertThat(codes("a {".repeat(256) + "}".repeat(256))).isEmpty();
    assertThat(codes("let a = " + "f(1, [".repeat(128) + "])".repeat(128))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "(",
        "{",
        "{ a = ",
        "a {\n",
        "\"${",
        "\"\"\"${",
        "f(",
        "a[",
        "if a then ",
        "!",
        "-",
        "a.",
        "a + ",
        "a ?? ",
        "list<",
        "match a { 1 -> ",
        "if a { } else ",
        "if a then b else ",
        "secret ",
        "a?.",
        "@a ",
        ")",
        "]",
        "}",
        "\"",
        "r\"",
        "/*",
        "\\",
        "\ud83d",
        "\ude00",
        "\u0000",
        "for a in ",
        "=",
        "1.",
        "'"
      })
  void repeatingAnythingIsHarmless(String piece) {
    for (String start : List.of("", "let a = ", "let a: ", "a { b = ")) {
      String text = start + piece.repeat(5_000);
      check(text);
    }
  }

  @Test
  void deepTextsSayThatTheyAreTooDeep() {
    assertThat(codes("let a = " + "[".repeat(100_000) + "]".repeat(100_000)))
        .containsExactly("DVL0104");
    assertThat(codes("let a = " + "!".repeat(100_000) + "b")).containsExactly("DVL0104");
    assertThat(codes("let a = b" + " ?? b".repeat(100_000))).containsExactly("DVL0104");
    assertThat(codes("let a = " + "if b then ".repeat(100_000))).containsExactly("DVL0104");
    assertThat(codes("let a: " + "list<".repeat(100_000))).containsExactly("DVL0104");
    assertThat(codes("if a { }" + " else if a { }".repeat(100_000))).containsExactly("DVL0104");
    assertThat(codes("let a = " + "if b then c else if ".repeat(100_000) + "b then c else d"))
        .isNotEmpty();
  }

  @Test
  void longWordsAndEmptyFilesAreFine() {
    assertThat(codes("let " + "a".repeat(1_000_000) + " = 1")).isEmpty();
    assertThat(codes("")).isEmpty();
    assertThat(codes("\ufeff")).isEmpty();
    assertThat(codes("\n\n \t\r\n")).isEmpty();
    assertThat(codes("// nothing")).isEmpty();
  }

  private static List<String> codes(String text) {
    return check(text).diagnostics().stream().map(diagnostic -> diagnostic.code().id()).toList();
  }

  private static Outcome<FileTree> check(String text) {
    SourceMap sources = new SourceMap();
    sources.add("first.dvl", "let before = 1");
    SourceFile file = sources.add("law.dvl", text);
    Outcome<FileTree> outcome = Parser.parse(file);
    outcome.value().items().forEach(item -> checkSpans(item, file.span()));
    for (Diagnostic diagnostic : outcome.diagnostics()) {
      checkSpans(diagnostic, file.span());
    }
    assertThat(TextRenderer.render(sources, outcome.diagnostics(), true)).isNotNull();
    return outcome;
  }

  private static void checkSpans(Object node, Span bounds) {
    switch (node) {
      case Span span -> assertThat(bounds.contains(span)).as("%s in %s", span, bounds).isTrue();
      case List<?> list -> list.forEach(element -> checkSpans(element, bounds));
      case Optional<?> optional -> optional.ifPresent(value -> checkSpans(value, bounds));
      case Record record -> {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          checkSpans(TreePrinter.get(record, component), bounds);
        }
      }
      default -> {}
    }
  }

  private static String edited(String text, Random random) {
    StringBuilder edited = new StringBuilder(text);
    String signs = "{}[]()\"=:,.?-><|$\\/ \nax1@";
    for (int i = random.nextInt(3); i >= 0 && !edited.isEmpty(); i--) {
      int at = random.nextInt(edited.length());
      int length = Math.min(1 + random.nextInt(8), edited.length() - at);
      switch (random.nextInt(3)) {
        case 0 -> edited.delete(at, at + length);
        case 1 -> edited.insert(at, signs.charAt(random.nextInt(signs.length())));
        default -> {
          String cut = edited.substring(at, at + length);
          edited.delete(at, at + length);
          edited.insert(random.nextInt(edited.length() + 1), cut);
        }
      }
    }
    return edited.toString();
  }

  /** How often prediction had to look at the whole stack, over all lines of a right program. */
  private static int fullContexts(SourceFile file) {
    ParseReport report = new ParseReport(file);
    Newlines.Settled settled =
        Newlines.settle(Brackets.balance(Lexing.of(file, report).tokens(), report));
    FullContexts counter = new FullContexts();
    int from = 0;
    for (int end : settled.ends()) {
      if (from < end) {
        DvlParser parser = new DvlParser(new Line(settled.tokens(), from, end));
        parser.removeErrorListeners();
        parser.addErrorListener(counter);
        parser.getInterpreter().setPredictionMode(PredictionMode.LL);
        parser.line();
        assertThat(parser.getNumberOfSyntaxErrors()).isZero();
      }
      from = end + 1;
    }
    return counter.count();
  }
}
