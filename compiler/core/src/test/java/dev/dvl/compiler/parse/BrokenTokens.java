package dev.dvl.compiler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.source.SourceMap;
import dev.dvl.grammar.DvlLexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;

/** Programs in which one token is missing, doubled or another. */
public final class BrokenTokens {
  /** Of longer files one token in some is broken. */
  private static final int LARGE = 4_000;

  private static final int SAMPLED = 7;
  private static final List<String> OTHERS = List.of("}", "{", ")", "\"", "=", ",", "if", "x", "7");

  private static final List<Path> CORPUS =
      List.of(
          Path.of("../../examples"),
          Path.of("../../stdlib/kinds/docker"),
          Path.of("src/test/resources/syntax/input"),
          Path.of("src/test/resources/types/input"),
          Path.of("src/test/resources/ir/input"));

  private BrokenTokens() {}

  /** A text, and where the token is that was broken. */
  public record Broken(String text, int at) {}

  /** All programs that are right. */
  public static List<Path> programs() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : CORPUS) {
      try (Stream<Path> found = Files.walk(folder)) {
        files.addAll(found.filter(BrokenTokens::isRight).sorted().toList());
      }
    }
    assertThat(files).hasSizeGreaterThan(40);
    return files;
  }

  private static boolean isRight(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file) && name.endsWith(".dvl") && !name.startsWith("wrong");
  }

  /** All that becomes of {@code text} when one token of {@code every} is broken. */
  public static Stream<Broken> in(String text, int every) {
    int step = every * (text.length() > LARGE ? SAMPLED : 1);
    List<Lexeme> tokens = tokens(text);
    return IntStream.range(0, tokens.size())
        .filter(index -> index % step == 0)
        .boxed()
        .flatMap(index -> broken(text, tokens.get(index), index + 1));
  }

  private static List<Lexeme> tokens(String text) {
    SourceMap sources = new SourceMap();
    Lexing lexing =
        Lexing.of(sources.add("it.dvl", text), new ParseReport(sources.files().getFirst()));
    return lexing.tokens().stream()
        .filter(it -> it.getType() != Token.EOF && it.getType() != DvlLexer.NL)
        .toList();
  }

  /** Without the token, with it twice, and with one of others, in turn, in its place. */
  private static Stream<Broken> broken(String text, Lexeme token, int index) {
    String before = text.substring(0, token.start());
    String after = text.substring(token.end());
    return Stream.of(
            before + after,
            before + token.getText() + " " + token.getText() + after,
            before + OTHERS.get(index % OTHERS.size()) + after,
            before + OTHERS.get((index + 4) % OTHERS.size()) + " " + text.substring(token.start()))
        .map(it -> new Broken(it, token.start()));
  }
}
