package dev.dvl.compiler.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.dvl.compiler.format.Formatter;
import dev.dvl.compiler.parse.Tokens;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.syntax.Comment;
import dev.dvl.compiler.syntax.Token;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text is formatted: once for all, and with every word, sign and comment of it. */
class FormatterFuzzTest {
  static Stream<byte[]> seeds() {
    return Seeds.all();
  }

  @MethodSource("seeds")
  @DictionaryFile(resourcePath = "words.dict")
  @FuzzTest(maxDuration = "8s")
  void anyTextIsFormatted(byte[] bytes) {
    SourceFile before = file(new String(bytes, StandardCharsets.UTF_8));
    SourceFile after = file(Formatter.format(before).value());
    assertThat(Formatter.format(after).value()).isEqualTo(after.text());
    Tokens written = Tokens.of(before);
    Tokens formatted = Tokens.of(after);
    assertThat(words(after, formatted)).isEqualTo(words(before, written));
    assertThat(comments(formatted)).isEqualTo(comments(written));
  }

  private static SourceFile file(String text) {
    return new SourceMap().add("main.dvl", text);
  }

  /** All that is written but what the form itself sets: line ends and the commas that separate. */
  private static List<String> words(SourceFile file, Tokens tokens) {
    return tokens.tokens().stream()
        .filter(it -> it.kind() != Token.Kind.NEWLINE && it.kind() != Token.Kind.COMMA)
        .map(it -> unix(file.text(it.span())))
        .toList();
  }

  private static List<String> comments(Tokens tokens) {
    return tokens.comments().stream().map(Comment::text).map(FormatterFuzzTest::unix).toList();
  }

  /** With one form of line ends, and without the blanks behind a comment. */
  private static String unix(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').strip();
  }
}
