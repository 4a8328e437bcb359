package dev.dvl.compiler.parse;

import dev.dvl.compiler.source.Span;
import java.util.List;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/** The tokens of one top-level line, a window on those of the file, with an EOF behind them. */
final class Line extends Cursor implements TokenStream {
  private final List<Lexeme> tokens;
  private final int from;
  private final int to;
  private final Lexeme end;

  Line(List<Lexeme> tokens, int from, int to) {
    super(from, to);
    this.tokens = tokens;
    this.from = from;
    this.to = to;
    this.end = tokens.get(to).virtualBefore(Token.EOF);
    this.end.setIndex(to);
  }

  /** From the first token to the last. */
  Span span() {
    return tokens.get(from).span().union(tokens.get(to - 1).span());
  }

  int length() {
    return to - from;
  }

  /** Goes back to the first token. */
  void rewind() {
    seek(from);
  }

  @Override
  public Lexeme LT(int offset) {
    return get(Math.max(place(offset), 0));
  }

  @Override
  public int LA(int offset) {
    return LT(offset).getType();
  }

  @Override
  public Lexeme get(int index) {
    return index >= to ? end : tokens.get(index);
  }

  @Override
  public int size() {
    return tokens.size();
  }

  @Override
  public String getSourceName() {
    return end.getInputStream().getSourceName();
  }

  @Override
  public TokenSource getTokenSource() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String getText() {
    return "";
  }

  @Override
  public String getText(Interval interval) {
    return "";
  }

  @Override
  public String getText(RuleContext context) {
    return "";
  }

  @Override
  public String getText(Token start, Token stop) {
    return "";
  }
}
