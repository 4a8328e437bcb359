package dev.dvl.compiler.parse;

import dev.dvl.compiler.source.SourceFile;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A source text as ANTLR's lexer reads it, in UTF-16 units: no copy, and offsets are those of the
 * text. ANTLR's own streams count code points.
 */
final class Chars extends Cursor implements CharStream {
  private final SourceFile file;
  private final String text;

  Chars(SourceFile file) {
    super(0, file.text().length());
    this.file = file;
    this.text = file.text();
  }

  String text() {
    return text;
  }

  /** What to add to an offset of the file to get one of the map. */
  int base() {
    return file.base();
  }

  @Override
  public String getText(Interval interval) {
    int end = Math.min(interval.b + 1, text.length());
    return interval.a >= end ? "" : text.substring(interval.a, end);
  }

  @Override
  public int LA(int offset) {
    int index = place(offset);
    return index >= 0 && index < text.length() ? text.charAt(index) : EOF;
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getSourceName() {
    return file.name();
  }
}
