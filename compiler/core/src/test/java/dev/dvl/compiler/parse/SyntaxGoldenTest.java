package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.diagnostic.TextRenderer;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.syntax.FileTree;
import dev.dvl.compiler.value.Texts;
import dev.dvl.goldens.Goldens;
import dev.dvl.grammar.DvlLexer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SyntaxGoldenTest {
  static final Path FOLDER = Path.of("src/test/resources/syntax");
  static final Goldens CORPUS = Goldens.in(FOLDER.resolve("input"), ".dvl");

  @TestFactory
  Stream<DynamicTest> tokens() {
    return CORPUS.compare(FOLDER.resolve("tokens"), ".txt", input -> tokens(input.text()));
  }

  @TestFactory
  Stream<DynamicTest> trees() {
    return CORPUS.compare(
        FOLDER.resolve("tree"),
        ".txt",
        input -> TreePrinter.print(parse(new SourceMap(), input).value()));
  }

  @TestFactory
  Stream<DynamicTest> diagnostics() {
    return CORPUS.compare(
        FOLDER.resolve("diagnostics"),
        ".txt",
        input -> {
          SourceMap sources = new SourceMap();
          List<Diagnostic> diagnostics = parse(sources, input).diagnostics();
          return TextRenderer.render(sources, diagnostics, false);
        });
  }

  private static Outcome<FileTree> parse(SourceMap sources, Goldens.Input input) {
    return Parser.parse(sources.add(input.name(), input.text()));
  }

  /** One line of the program a line; a virtual token in angle brackets. */
  private static String tokens(String text) {
    SourceFile file = new SourceMap().add("tokens.dvl", text);
    ParseReport report = new ParseReport(file);
    List<Lexeme> tokens =
        Newlines.settle(Brackets.balance(Lexing.of(file, report).tokens(), report)).tokens();
    StringBuilder out = new StringBuilder();
    for (Lexeme token : tokens) {
      String name = DvlLexer.VOCABULARY.getSymbolicName(token.getType());
      String shown =
          switch (token.getType()) {
            case DvlLexer.NL -> token.isVirtual() ? "<NL>\n" : "NL\n";
            case DvlLexer.EOF -> "EOF\n";
            case DvlLexer.IDENT, DvlLexer.NUMBER -> token.getText();
            case DvlLexer.TEXT -> name + Texts.quoted(token.unquoted());
            case DvlLexer.CHARS, DvlLexer.ESCAPE, DvlLexer.RAW ->
                name + Texts.quoted(token.getText());
            default -> token.isVirtual() ? "<" + name + ">" : name;
          };
      out.append(out.isEmpty() || out.charAt(out.length() - 1) == '\n' ? "" : " ").append(shown);
    }
    return out.toString();
  }
}
