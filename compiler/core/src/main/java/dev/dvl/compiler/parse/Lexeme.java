package dev.dvl.compiler.parse;

import dev.dvl.compiler.source.Span;
import dev.dvl.grammar.DvlLexer;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;

/**
 * A token as small as ANTLR allows: a 20 MB file has millions of them. Offsets are those of the
 * file; a virtual token, put in by a pass after lexing, is empty.
 */
final class Lexeme implements Token {
  private final int type;
  private final int start;
  private final int end;
  private final Chars chars;
  private int index = -1;

  Lexeme(int type, int start, int end, Chars chars) {
    this.type = type;
    this.start = start;
    this.end = end;
    this.chars = chars;
  }

  /** Makes lexemes for a lexer that reads {@code chars}. */
  static TokenFactory<Lexeme> factory(Chars chars) {
    return new TokenFactory<>() {
      @Override
      public Lexeme create(
          Pair<TokenSource, CharStream> source,
          int type,
          String text,
          int channel,
          int start,
          int stop,
          int line,
          int column) {
        return new Lexeme(type, start, stop + 1, chars);
      }

      @Override
      public Lexeme create(int type, String text) {
        return new Lexeme(type, 0, 0, chars);
      }
    };
  }

  /** An empty token of another type right before this one. */
  Lexeme virtualBefore(int virtualType) {
    return new Lexeme(virtualType, start, start, chars);
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  boolean isVirtual() {
    return start == end;
  }

  /** Where it starts on the line of all files. */
  int from() {
    return chars.base() + start;
  }

  /** Where it ends on the line of all files. */
  int to() {
    return chars.base() + end;
  }

  Span span() {
    return new Span(from(), to());
  }

  Span firstCharacter() {
    Span span = span();
    return new Span(span.start(), Math.min(span.start() + 1, span.end()));
  }

  /** How far from the start of its line it stands. */
  int indentation() {
    String text = chars.text();
    int line = start;
    while (line > 0 && text.charAt(line - 1) != '\n' && text.charAt(line - 1) != '\r') {
      line--;
    }
    return start - line;
  }

  /** The blanks that its line starts with. */
  String margin() {
    String text = chars.text();
    int from = start - indentation();
    int to = from;
    while (to < start && (text.charAt(to) == ' ' || text.charAt(to) == '\t')) {
      to++;
    }
    return text.substring(from, to);
  }

  /** What follows it on its line. */
  String restOfLine() {
    String text = chars.text();
    int to = end;
    while (to < text.length() && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
      to++;
    }
    return text.substring(end, to);
  }

  void setIndex(int index) {
    this.index = index;
  }

  /** The text without its first and last character. */
  String unquoted() {
    return chars.text().substring(start + 1, end - 1);
  }

  @Override
  public String getText() {
    return chars.text().substring(start, end);
  }

  @Override
  public int getType() {
    return type;
  }

  @Override
  public int getStartIndex() {
    return start;
  }

  @Override
  public int getStopIndex() {
    return end - 1;
  }

  @Override
  public int getTokenIndex() {
    return index;
  }

  @Override
  public int getChannel() {
    return switch (type) {
      case DvlLexer.DOC_COMMENT, DvlLexer.LINE_COMMENT, DvlLexer.BLOCK_COMMENT -> DvlLexer.COMMENTS;
      default -> DEFAULT_CHANNEL;
    };
  }

  /** Unknown: places are offsets here, and lines are counted only where a person reads them. */
  @Override
  public int getLine() {
    return 0;
  }

  @Override
  public int getCharPositionInLine() {
    return 0;
  }

  @Override
  public TokenSource getTokenSource() {
    throw new UnsupportedOperationException();
  }

  @Override
  public CharStream getInputStream() {
    return chars;
  }

  @Override
  public String toString() {
    return DvlLexer.VOCABULARY.getDisplayName(type) + " " + getText();
  }
}
