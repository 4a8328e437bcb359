package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Comment;
import dev.dvl.grammar.DvlLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;

/** The first pass: a text as tokens and comments. Spaces and invisible characters are gone. */
final class Lexing {
  private final List<Lexeme> tokens = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private final ParseReport report;

  private Lexing(ParseReport report) {
    this.report = report;
  }

  static Lexing of(SourceFile file, ParseReport report) {
    Lexing lexing = new Lexing(report);
    Invisible.report(file, report);
    Chars chars = new Chars(file);
    DvlLexer lexer = new DvlLexer(chars);
    lexer.removeErrorListeners();
    KnownEdges.use(lexer, chars);
    TokenFactory<Lexeme> factory = Lexeme.factory(chars);
    lexer.setTokenFactory(factory);
    Lexeme token = (Lexeme) lexer.nextToken();
    while (token.getType() != Token.EOF) {
      lexing.take(token);
      token = (Lexeme) lexer.nextToken();
    }
    lexing.tokens.add(token);
    return lexing;
  }

  /** All tokens but comments, newlines among them, the last one an EOF. */
  List<Lexeme> tokens() {
    return tokens;
  }

  List<Comment> comments() {
    return comments;
  }

  private void take(Lexeme token) {
    switch (token.getType()) {
      case DvlLexer.DOC_COMMENT -> comment(token, Comment.Kind.DOC);
      case DvlLexer.LINE_COMMENT -> comment(token, Comment.Kind.LINE);
      case DvlLexer.BLOCK_COMMENT -> {
        comment(token, Comment.Kind.BLOCK);
        String text = token.getText();
        if (text.length() < 4 || !text.endsWith("*/")) {
          Span open = new Span(token.span().start(), token.span().start() + 2);
          report.add(Diagnostic.at(SyntaxCodes.UNCLOSED_COMMENT, open, "this comment has no `*/`"));
        }
      }
      case DvlLexer.UNKNOWN -> {
        if (report.takes(token.span())) {
          report.add(UnknownCharacter.explain(token, tokens));
        }
      }
      default -> tokens.add(token);
    }
  }

  private void comment(Lexeme token, Comment.Kind kind) {
    comments.add(new Comment(token.span(), kind, token.getText()));
  }
}
