package dev.dvl.compiler.format;

/**
 * A word, sign, text or comment, written as it stands in the file but for the ends of its lines.
 *
 * @param missing whether it stands nowhere and was put in to close a bracket
 * @param inType whether it is part of a type
 */
record Leaf(Kind kind, String text, int start, int end, int lines, boolean missing, boolean inType)
    implements Part {
  enum Kind {
    WORD,
    NUMBER,
    TEXT,
    OPEN,
    CLOSE,
    COMMA,
    NEWLINE,
    SIGN,
    /** A minus that stands before its only operand. */
    UNARY,
    LINE_COMMENT,
    BLOCK_COMMENT,
    /** What could not be read. */
    JUNK
  }

  Leaf as(Kind other) {
    return new Leaf(other, text, start, end, lines, missing, inType);
  }

  Leaf onLine() {
    return new Leaf(kind, text, start, end, /* lines= */ 0, missing, inType);
  }

  Leaf typed() {
    return new Leaf(kind, text, start, end, lines, missing, /* inType= */ true);
  }

  boolean is(String sign) {
    return text.equals(sign) && kind != Kind.TEXT;
  }

  boolean isComment() {
    return kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
  }

  @Override
  public int width() {
    return Width.of(text);
  }

  @Override
  public boolean isMultiline() {
    return kind == Kind.LINE_COMMENT || text.indexOf('\n') >= 0;
  }
}
