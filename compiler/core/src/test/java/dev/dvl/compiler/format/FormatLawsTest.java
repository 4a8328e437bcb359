package dev.dvl.compiler.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.parse.Parser;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Comment;
import dev.dvl.compiler.syntax.FileTree;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What formatting promises, over every program there is and over what chance makes of them. */
class FormatLawsTest {
  private static final int EDITS = Integer.getInteger("dvl.edits", 4);
  private static final List<String> BITS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "(",
          ")",
          "\"",
          "=",
          ":",
          ",",
          ".",
          "?",
          "-",
          "<",
          ">",
          "|",
          "\n",
          "\n\n\n",
          " ",
          "\t",
          "\r\n",
          ";",
          "// c\n",
          "/* b */",
          "/* b\n b */",
          "/// d\n",
          "for ",
          "if ",
          "else ",
          "where ",
          "in ",
          "\"\"\"",
          "${",
          "a",
          "1",
          "@",
          "->",
          "..<");
  private static final List<String> SPACES =
      List.of("\n", "\n\n\n", "  ", "\t", " /* b */ ", " // c\n", "\r\n", "\r");

  @Test
  void allProgramsKeepTheLaws() {
    for (Corpus.Program program : Corpus.all()) {
      check(program.name(), program.text());
      hasTheForm(program);
    }
  }

  @Test
  void anyEditKeepsTheLaws() {
    Random random = new Random(20260301);
    for (Corpus.Program program : Corpus.all()) {
      if (program.text().length() < 20_000) {
        for (int i = 0; i < EDITS; i++) {
          check(program.name(), edited(program.text(), random, BITS, 1 + random.nextInt(3)));
        }
      }
    }
  }

  @Test
  void blanksAndCommentsAnywhereKeepTheLaws() {
    Random random = new Random(20260302);
    for (Corpus.Program program : Corpus.all()) {
      if (program.text().length() < 20_000) {
        for (int i = 0; i < EDITS; i++) {
          check(program.name(), spaced(program.text(), random));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "(",
        "{",
        "{ a = ",
        "a {\n",
        "f(",
        "a[",
        "list<",
        "!",
        "-",
        "a.",
        "a + ",
        "// c\n",
        "/* c */ ",
        "/// d\n",
        ",",
        ";",
        ")",
        "}",
        "\"",
        "\"\"\"",
        "/*",
        "[1, ",
        "\n",
        "a = 1\n",
        "[a], ",
        "f(a)",
        "for a in ",
        "if a { } else ",
        "match a { 1 -> ",
        "\"\"\"${"
      })
  void repeatingAnythingKeepsTheLaws(String piece) {
    for (String start : List.of("", "let a = ", "let a: ", "a { b = ")) {
      check(piece, start + piece.repeat(2_000));
    }
  }

  @Test
  void nestingKeepsTheLaws() {
    check("lists", "let a = " + "[".repeat(256) + "]".repeat(256));
    check("calls", "let a = " + "f(1, [".repeat(128) + "2" + "])".repeat(128));
    check("objects", "let a = " + "{ b = ".repeat(256) + "1" + " }".repeat(256));
    check("blocks", "a {".repeat(256) + "}".repeat(256));
    check("types", "let a: " + "list<".repeat(200) + "int" + ">".repeat(200) + " = []");
    check(
        "deeper", "let b = 1\nlet a = " + "[".repeat(100_000) + "]".repeat(100_000) + "\nlet c=2");
  }

  /** Puts blanks and comments before words and signs, where a line end may change what is said. */
  private static String spaced(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 1 + random.nextInt(20); i > 0 && !out.isEmpty(); i--) {
      int at = random.nextInt(out.length());
      if (" ,[({\n".indexOf(out.charAt(at)) >= 0) {
        out.insert(at + 1, SPACES.get(random.nextInt(SPACES.size())));
      }
    }
    return out.toString();
  }

  private static String edited(String text, Random random, List<String> bits, int count) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < count && !out.isEmpty(); i++) {
      int at = random.nextInt(out.length());
      int length = Math.min(1 + random.nextInt(6), out.length() - at);
      if (random.nextBoolean()) {
        out.delete(at, at + length);
      } else {
        out.insert(at, bits.get(random.nextInt(bits.size())));
      }
    }
    return out.toString();
  }

  private static void check(String name, String text) {
    SourceFile file = new SourceMap().add(name, text);
    Outcome<String> once = format(file);
    SourceFile formatted = new SourceMap().add(name, once.value());
    Outcome<FileTree> before = Parser.parse(file);
    assertThat(format(formatted).value()).as("%s twice\n%s", name, text).isEqualTo(once.value());
    Outcome<FileTree> after = Parser.parse(formatted);
    assertThat(codes(after)).as("%s\n%s", name, text).isEqualTo(codes(before));
    assertThat(comments(after)).as("%s\n%s", name, text).isEqualTo(comments(before));
    if (!before.hasErrors()) {
      assertThat(once.value())
          .as("%s\n%s", name, text)
          .isEqualTo(Formatter.print(Written.of(file)));
      assertThat(shape(after.value().items()))
          .as("%s\n%s", name, text)
          .isEqualTo(shape(before.value().items()));
    }
  }

  /** What is right, and was written by people, is never left as it is for fear of a change. */
  private static void hasTheForm(Corpus.Program program) {
    SourceFile file = new SourceMap().add(program.name(), program.text());
    if (!Parser.parse(file).hasErrors()) {
      String text = format(file).value();
      assertThat(text).as(program.name()).isEqualTo(Formatter.print(Written.of(file)));
      assertThat(text).as(program.name()).matches("(?s)|.*[^\n]\n");
    }
  }

  private static Outcome<String> format(SourceFile file) {
    try {
      return Formatter.format(file);
    } catch (RuntimeException e) {
      throw new AssertionError(file.name() + "\n" + file.text(), e);
    }
  }

  private static List<String> codes(Outcome<FileTree> outcome) {
    return outcome.diagnostics().stream().map(Diagnostic::code).map(it -> it.id()).toList();
  }

  private static List<String> comments(Outcome<FileTree> outcome) {
    return outcome.value().comments().stream()
        .map(Comment::text)
        .map(it -> it.replace("\r\n", "\n").replace('\r', '\n').strip())
        .toList();
  }

  /** A tree without its spans. */
  private static Object shape(Object node) {
    return switch (node) {
      case Span ignored -> "";
      case List<?> list -> list.stream().map(FormatLawsTest::shape).toList();
      case Optional<?> optional -> optional.map(FormatLawsTest::shape);
      case Record record -> fields(record);
      default -> node;
    };
  }

  private static Object fields(Record record) {
    List<Object> fields = new ArrayList<>();
    fields.add(record.getClass().getSimpleName());
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        fields.add(shape(component.getAccessor().invoke(record)));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(e);
      }
    }
    return fields;
  }
}
