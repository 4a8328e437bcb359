package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.grammar.DvlLexer;
import dev.dvl.grammar.DvlParser;
import java.util.ArrayList;
import java.util.List;

/** Builds texts: escapes resolved, neighbouring pieces joined, indentation stripped. */
final class TextBuilder {
  private final Building building;

  TextBuilder(Building building) {
    this.building = building;
  }

  Expr.Text text(DvlParser.TextContext text) {
    Span span = building.span(text);
    if (text.plain != null) {
      return plain((Lexeme) text.plain, span);
    }
    if (text.raw != null) {
      return raw(text, span);
    }
    Pieces pieces = new Pieces();
    Indentation indentation = new Indentation(text, building.report());
    for (DvlParser.TextPartContext part : text.parts) {
      add(part, pieces, indentation);
    }
    return new Expr.Text(span, pieces.finish());
  }

  private static Expr.Text plain(Lexeme text, Span span) {
    if (span.length() == 2) {
      return new Expr.Text(span, List.of());
    }
    Span inner = new Span(span.start() + 1, span.end() - 1);
    return new Expr.Text(span, List.of(new Expr.Part.Chars(inner, text.unquoted())));
  }

  private void add(DvlParser.TextPartContext part, Pieces pieces, Indentation indentation) {
    if (part.getStart().getType() == DvlLexer.HOLE_OPEN) {
      indentation.content((Lexeme) part.getStart());
      Span span = building.span(part);
      pieces.hole(new Expr.Part.Hole(span, building.exprs().expr(part.hole, part)));
    } else if (part.getStart().getType() == DvlLexer.ESCAPE) {
      indentation.content((Lexeme) part.getStart());
      Lexeme escape = (Lexeme) part.getStart();
      pieces.chars(escape.span(), Escapes.resolve(escape, building.report()));
    } else {
      Lexeme chars = (Lexeme) part.getStart();
      pieces.chars(chars.span(), indentation.strip(chars));
    }
  }

  /** A raw text has no escapes; without its closing quote it ends with its line. */
  private Expr.Text raw(DvlParser.TextContext text, Span span) {
    String source = text.getStart().getText();
    boolean hashed = source.startsWith("r#");
    String open = hashed ? "r#\"" : "r\"";
    String close = hashed ? "\"#" : "\"";
    boolean closed = source.length() >= open.length() + close.length() && source.endsWith(close);
    if (!closed) {
      building
          .report()
          .add(
              Diagnostic.at(
                  SyntaxCodes.UNCLOSED_TEXT,
                  new Span(span.start(), span.start() + open.length()),
                  "no `" + close + "` ends this text on its line"));
    }
    String chars = source.substring(open.length(), source.length() - (closed ? close.length() : 0));
    Pieces pieces = new Pieces();
    pieces.chars(span, chars);
    return new Expr.Text(span, pieces.finish());
  }

  /** Parts in order, neighbouring characters joined. */
  private static final class Pieces {
    private final List<Expr.Part> parts = new ArrayList<>();
    private final StringBuilder chars = new StringBuilder();
    private Span span = Span.at(0);

    void chars(Span at, String text) {
      span = chars.isEmpty() ? at : span.union(at);
      chars.append(text);
    }

    void hole(Expr.Part.Hole hole) {
      flush();
      parts.add(hole);
    }

    List<Expr.Part> finish() {
      flush();
      return parts;
    }

    private void flush() {
      if (!chars.isEmpty()) {
        parts.add(new Expr.Part.Chars(span, chars.toString()));
        chars.setLength(0);
      }
    }
  }
}
