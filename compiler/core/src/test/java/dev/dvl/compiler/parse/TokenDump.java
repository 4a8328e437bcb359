package dev.dvl.compiler.parse;

import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.grammar.DvlLexer;
import dev.dvl.grammar.DvlParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * What the compiler takes each piece of a program for, so that the grammars of editors can be held
 * to it. Reads names of files from the standard input, one a line, and prints one line of JSON for
 * each: {@code {"parses": true, "tokens": [[start, end, "word"], …]}}. Offsets count UTF-16 units.
 */
final class TokenDump {
  private final SourceFile file;
  private final ParseReport report;
  private final List<Lexeme> tokens;
  private final Lexing lexing;

  /** Tokens that are names, though they may look like words of the language. */
  private final Set<Integer> names = new HashSet<>();

  private TokenDump(SourceFile file) {
    this.file = file;
    this.report = new ParseReport(file);
    this.lexing = Lexing.of(file, report);
    this.tokens = lexing.tokens();
  }

  public static void main(String[] arguments) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (String name : in.lines().toList()) {
      String text = Files.readString(Path.of(name));
      out.println(new TokenDump(new SourceMap().add(name, text)).json());
    }
    out.flush();
  }

  private String json() {
    boolean parses = Parser.parse(file).diagnostics().isEmpty();
    findNames();
    Stream<String> comments =
        lexing.comments().stream()
            .map(
                it ->
                    entry(
                        it.span().start() - file.base(),
                        it.span().end() - file.base(),
                        it.kind().name().toLowerCase(Locale.ROOT)));
    Stream<String> others =
        tokens.stream()
            .filter(token -> !token.isVirtual() && token.getType() != DvlLexer.NL)
            .map(token -> entry(token.start(), token.end(), category(token)));
    return "{\"parses\": %s, \"tokens\": [%s]}"
        .formatted(parses, Stream.concat(comments, others).collect(Collectors.joining(", ")));
  }

  private static String entry(int start, int end, String category) {
    return "[%d, %d, \"%s\"]".formatted(start, end, category);
  }

  private void findNames() {
    Newlines.Settled settled = Newlines.settle(Brackets.balance(tokens, report));
    int from = 0;
    for (int end : settled.ends()) {
      if (from < end) {
        DvlParser parser = new DvlParser(new Line(settled.tokens(), from, end));
        parser.removeErrorListeners();
        parser.setErrorHandler(new Recovery(report));
        findNames(parser.line());
      }
      from = end + 1;
    }
  }

  private void findNames(ParseTree node) {
    if (node instanceof TerminalNode leaf && isNameRule(leaf.getParent())) {
      names.add(leaf.getSymbol().getStartIndex());
    }
    for (int i = 0; i < node.getChildCount(); i++) {
      findNames(node.getChild(i));
    }
  }

  private static boolean isNameRule(ParseTree parent) {
    return parent instanceof DvlParser.NameContext
        || parent instanceof DvlParser.KeyWordContext
        || parent instanceof DvlParser.WordContext
        || parent instanceof DvlParser.TypeNameContext;
  }

  private String category(Lexeme token) {
    int type = token.getType();
    if (type == DvlLexer.IDENT || names.contains(token.start())) {
      return "name";
    }
    return switch (type) {
      case DvlLexer.TRUE, DvlLexer.FALSE, DvlLexer.NULL -> "constant";
      case DvlLexer.NUMBER -> "number";
      case DvlLexer.TEXT,
          DvlLexer.RAW,
          DvlLexer.TEXT_OPEN,
          DvlLexer.LONG_OPEN,
          DvlLexer.TEXT_CLOSE,
          DvlLexer.CHARS ->
          "text";
      case DvlLexer.ESCAPE -> "escape";
      case DvlLexer.HOLE_OPEN, DvlLexer.HOLE_CLOSE -> "hole";
      default -> type < DvlLexer.IDENT ? "word" : "sign";
    };
  }
}
