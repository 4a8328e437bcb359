package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.source.Span;
import dev.dvl.grammar.DvlLexer;
import dev.dvl.grammar.DvlParser;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Takes the indentation of the closing {@code """} off every line of a long text. The text starts
 * on the line after the opening quotes and ends before the newline that the closing ones follow;
 * lines end with {@code \n} whatever the file has. A long text on one line is taken as it is.
 */
final class Indentation {
  private final ParseReport report;
  private final @Nullable Lexeme first;
  private final @Nullable Lexeme last;
  private final String indent;
  private final boolean strips;
  private boolean lineStart;

  Indentation(DvlParser.TextContext text, ParseReport report) {
    List<Lexeme> pieces = text.parts.stream().map(part -> (Lexeme) part.getStart()).toList();
    this.report = report;
    this.strips =
        text.open != null
            && text.open.getType() == DvlLexer.LONG_OPEN
            && pieces.stream().anyMatch(Indentation::hasNewline);
    this.first = strips && startsLine(pieces.getFirst()) ? pieces.getFirst() : null;
    this.last = strips && endsInBlank(pieces.getLast()) ? pieces.getLast() : null;
    this.indent = last == null ? "" : last.getText().substring(lastLine(last.getText()));
    if (strips && first == null) {
      report.add(problem(pieces.getFirst(), "a long text starts on the line after `\"\"\"`"));
    } else if (strips && last == null) {
      Token close = text.close == null ? text.getStop() : text.close;
      report.add(problem((Lexeme) close, "`\"\"\"` ends a long text on a line of its own"));
    }
  }

  /** Tells that something other than characters follows. */
  void content(Lexeme token) {
    if (lineStart && !indent.isEmpty()) {
      report.add(outdented(token.span()));
    }
    lineStart = false;
  }

  String strip(Lexeme piece) {
    String text = piece.getText();
    if (!strips) {
      return text;
    }
    int at = 0;
    if (piece == first) {
      at = nextLine(text, 0);
      lineStart = true;
    }
    int end = piece == last ? Math.max(lastLine(text) - 1, 0) : text.length();
    end -= piece == last && end > 0 && text.charAt(end - 1) == '\r' ? 1 : 0;
    StringBuilder out = new StringBuilder();
    while (at < end) {
      at = lineStart ? indented(piece, text, at) : at;
      lineStart = false;
      while (at < end && !isNewline(text.charAt(at))) {
        out.append(text.charAt(at++));
      }
      if (at < end) {
        out.append('\n');
        at = nextLine(text, at);
        lineStart = true;
      }
    }
    return out.toString();
  }

  /** Where the text of a line goes on behind its indentation. */
  private int indented(Lexeme piece, String text, int at) {
    if (text.startsWith(indent, at)) {
      return at + indent.length();
    }
    int content = at;
    while (content < text.length() && isBlank(text.charAt(content))) {
      content++;
    }
    if (content == text.length() || !isNewline(text.charAt(content))) {
      int offset = piece.span().start() + content;
      report.add(outdented(new Span(offset, Math.min(offset + 1, piece.span().end()))));
    }
    return content;
  }

  private static Diagnostic outdented(Span span) {
    return Diagnostic.at(
            SyntaxCodes.INDENTATION, span, "this line stands left of the closing `\"\"\"`")
        .note("Each line of a long text starts with the spaces that stand before its end.");
  }

  private static Diagnostic problem(Lexeme at, String label) {
    return Diagnostic.at(SyntaxCodes.INDENTATION, at.firstCharacter(), label);
  }

  private static boolean hasNewline(Lexeme piece) {
    return piece.getType() == DvlLexer.CHARS && nextLine(piece.getText(), 0) > 0;
  }

  private static boolean startsLine(Lexeme piece) {
    String text = piece.getText();
    int next = nextLine(text, 0);
    return piece.getType() == DvlLexer.CHARS && next > 0 && text.substring(0, next).isBlank();
  }

  private static boolean endsInBlank(Lexeme piece) {
    String text = piece.getText();
    int line = lastLine(text);
    return piece.getType() == DvlLexer.CHARS && line > 0 && text.substring(line).isBlank();
  }

  /** The index behind the first newline from {@code at} on, or 0 where there is none. */
  private static int nextLine(String text, int at) {
    for (int i = at; i < text.length(); i++) {
      if (isNewline(text.charAt(i))) {
        return text.startsWith("\r\n", i) ? i + 2 : i + 1;
      }
    }
    return 0;
  }

  /** The index behind the last newline, or 0 where there is none. */
  private static int lastLine(String text) {
    int i = text.length();
    while (i > 0 && !isNewline(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  private static boolean isNewline(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
