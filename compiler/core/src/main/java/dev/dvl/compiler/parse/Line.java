package dev.dvl.compiler.parse;

import dev.dvl.compiler.source.Span;
import java.util.List;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/** The tokens of one top-level line, a window on those of the file, with an EOF behind them. */
final class Line implements TokenStream {
  private final List<Lexeme> tokens;
  private final int from;
  private final int to;
  private final Lexeme end;
  private int at;

  Line(List<Lexeme> tokens, int from, int to) {
    this.tokens = tokens;
    this.from = from;
    this.to = to;
    this.end = tokens.get(to).virtualBefore(Token.EOF);
    this.end.setIndex(to);
    this.at = from;
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
    at = from;
  }

  @Override
  public Lexeme LT(int offset) {
    int index = offset > 0 ? at + offset - 1 : at + offset;
    return get(Math.max(index, 0));
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
  public void consume() {
    if (at < to) {
      at++;
    }
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return at;
  }

  @Override
  public void seek(int index) {
    at = index;
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
