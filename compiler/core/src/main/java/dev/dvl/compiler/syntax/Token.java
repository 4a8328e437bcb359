package dev.dvl.compiler.syntax;

import dev.dvl.compiler.source.Span;

/**
 * A word or sign as it is written; a text is one token, whatever stands in it. A token that was put
 * in where one is missing has an empty span.
 */
public record Token(Span span, Kind kind) {
  /** What a token is, as far as the layout of a file hangs on it. */
  public enum Kind {
    WORD,
    NUMBER,
    TEXT,
    OPEN,
    CLOSE,
    COMMA,
    /** A line end that ends something. */
    NEWLINE,
    SIGN
  }

  /** Whether it was put in, and stands nowhere. */
  public boolean isMissing() {
    return span.length() == 0;
  }
}
