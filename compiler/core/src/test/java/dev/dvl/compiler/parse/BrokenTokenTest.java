package dev.dvl.compiler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.syntax.FileTree;
import dev.dvl.grammar.DvlLexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One token that is missing, doubled or another gives one mistake, or two: never a row of echoes.
 * Over every token of all programs that are right.
 */
class BrokenTokenTest {
  private static final int MOST = 2;

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

  @TestFactory
  Stream<DynamicTest> atMostTwoDiagnostics() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : CORPUS) {
      try (Stream<Path> found = Files.walk(folder)) {
        files.addAll(found.filter(BrokenTokenTest::isRight).sorted().toList());
      }
    }
    assertThat(files).hasSizeGreaterThan(40);
    return files.stream().map(file -> DynamicTest.dynamicTest(file.toString(), () -> check(file)));
  }

  private static boolean isRight(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file) && name.endsWith(".dvl") && !name.startsWith("wrong");
  }

  private static void check(Path file) throws IOException {
    String text = Files.readString(file);
    List<String> worse = new ArrayList<>();
    int index = 0;
    int step = text.length() > LARGE ? SAMPLED : 1;
    for (Token token : tokens(text)) {
      if (index++ % step != 0) {
        continue;
      }
      for (String mutated : mutations(text, token, index)) {
        int count = parse(mutated).diagnostics().size();
        if (count > MOST) {
          worse.add(count + " for " + line(mutated, token.getStartIndex()));
        }
      }
    }
    assertThat(worse).isEmpty();
  }

  private static List<Token> tokens(String text) {
    SourceMap sources = new SourceMap();
    Lexing lexing = Lexing.of(sources.add("it.dvl", text), new Report(sources.files().getFirst()));
    List<Token> tokens = new ArrayList<>();
    for (Lexeme token : lexing.tokens()) {
      if (token.getType() != Token.EOF && token.getType() != DvlLexer.NL) {
        tokens.add(token);
      }
    }
    return tokens;
  }

  /** Without the token, with it twice, and with one of others, in turn, in its place. */
  private static List<String> mutations(String text, Token token, int index) {
    int start = ((Lexeme) token).span().start();
    int end = ((Lexeme) token).span().end();
    String before = text.substring(0, start);
    String after = text.substring(end);
    return List.of(
        before + after,
        before + token.getText() + " " + token.getText() + after,
        before + OTHERS.get(index % OTHERS.size()) + after,
        before + OTHERS.get((index + 4) % OTHERS.size()) + " " + text.substring(start));
  }

  private static String line(String text, int offset) {
    int at = Math.clamp(offset, 0, text.length() - 1);
    int start = text.lastIndexOf('\n', at - 1) + 1;
    int end = text.indexOf('\n', at);
    return text.substring(start, end < 0 ? text.length() : end);
  }

  private static Outcome<FileTree> parse(String text) {
    return Parser.parse(new SourceMap().add("it.dvl", text));
  }
}
