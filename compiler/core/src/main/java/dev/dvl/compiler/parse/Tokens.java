package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Comment;
import dev.dvl.compiler.syntax.Token;
import dev.dvl.grammar.DvlLexer;
import java.util.ArrayList;
import java.util.List;

/**
 * The words and signs of a file, as the parser sees them: with brackets that balance, and only
 * those line ends that end something. What is no word or sign stands in none of the lists.
 *
 * @param diagnostics what {@link Parser} says of the file, which is read only once for both
 */
public record Tokens(List<Token> tokens, List<Comment> comments, List<Diagnostic> diagnostics) {
  public Tokens {
    tokens = List.copyOf(tokens);
    comments = List.copyOf(comments);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Reads any text. */
  public static Tokens of(SourceFile file) {
    ParseReport report = new ParseReport(file);
    Lexing lexing = Lexing.of(file, report);
    Newlines.Settled settled = Newlines.settle(Brackets.balance(lexing.tokens(), report));
    Parser.judge(settled, lexing.comments(), report);
    return new Tokens(joined(settled.tokens()), lexing.comments(), report.sorted());
  }

  private static List<Token> joined(List<Lexeme> lexemes) {
    List<Token> tokens = new ArrayList<>(lexemes.size());
    int last = lexemes.size() - 1; // the end of the file
    for (int i = 0; i < last; i++) {
      int end = endOfText(lexemes, i);
      Lexeme first = lexemes.get(i);
      Lexeme close = lexemes.get(end);
      tokens.add(
          new Token(
              new Span(first.from(), Math.max(first.to(), close.from() + length(close))),
              kind(first)));
      if (end > i && close.isVirtual()) {
        tokens.add(new Token(close.span(), Token.Kind.SIGN));
      }
      i = end;
    }
    return tokens;
  }

  private static int length(Lexeme lexeme) {
    return lexeme.to() - lexeme.from();
  }

  /** The index of the quotes that close the text that starts at {@code from}, if one does. */
  private static int endOfText(List<Lexeme> lexemes, int from) {
    int open = 0;
    for (int i = from; i < lexemes.size(); i++) {
      switch (lexemes.get(i).getType()) {
        case DvlLexer.TEXT_OPEN, DvlLexer.LONG_OPEN -> open++;
        case DvlLexer.TEXT_CLOSE -> open--;
        default -> {}
      }
      if (open <= 0) {
        return i;
      }
    }
    return lexemes.size() - 2;
  }

  private static Token.Kind kind(Lexeme lexeme) {
    int type = lexeme.getType();
    if (type >= DvlLexer.IF && type <= DvlLexer.IDENT) {
      return Token.Kind.WORD;
    }
    return switch (type) {
      case DvlLexer.NUMBER -> Token.Kind.NUMBER;
      case DvlLexer.TEXT, DvlLexer.RAW, DvlLexer.TEXT_OPEN, DvlLexer.LONG_OPEN -> Token.Kind.TEXT;
      case DvlLexer.LBRACE, DvlLexer.LBRACK, DvlLexer.SAFE_LBRACK, DvlLexer.LPAREN ->
          Token.Kind.OPEN;
      case DvlLexer.RBRACE, DvlLexer.RBRACK, DvlLexer.RPAREN -> Token.Kind.CLOSE;
      case DvlLexer.COMMA -> Token.Kind.COMMA;
      case DvlLexer.NL -> Token.Kind.NEWLINE;
      default -> Token.Kind.SIGN;
    };
  }
}
