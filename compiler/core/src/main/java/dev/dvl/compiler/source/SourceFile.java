package dev.dvl.compiler.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One source text with the name people know it by, placed at {@link #base()} of its {@link
 * SourceMap}.
 *
 * <p>Lines end with {@code \n}, {@code \r\n} or a lone {@code \r}. All offsets that this class
 * takes and gives are those of the map, not of the file.
 */
public final class SourceFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String name;
  private final String text;
  private final int base;
  private volatile int @Nullable [] lineStarts;

  SourceFile(String name, String text, int base) {
    this.name = name;
    this.text = text;
    this.base = base;
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** The offset of the file's first character. */
  public int base() {
    return base;
  }

  /** The whole file. */
  public Span span() {
    return new Span(base, base + text.length());
  }

  /** The text under {@code span}, which must lie in this file. */
  public String text(Span span) {
    return text.substring(span.start() - base, span.end() - base);
  }

  /** The line and the column of an offset. A byte order mark takes up no column. */
  public Position position(int offset) {
    int line = lineIndex(offset - base);
    int start = Math.min(Math.max(lineStarts()[line], mark()), offset - base);
    return new Position(line + 1, text.codePointCount(start, offset - base) + 1);
  }

  /** How many characters at the start are a byte order mark: one or none. */
  private int mark() {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
  }

  public int lineCount() {
    return lineStarts().length;
  }

  /** The text of a line (from 1) without its line end, and without a byte order mark. */
  public String line(int number) {
    int[] starts = lineStarts();
    int start = lineStart(number) - base;
    int end = number == starts.length ? text.length() : starts[number];
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The offset at which a line (from 1) starts, behind a byte order mark. */
  public int lineStart(int number) {
    return base + Math.max(lineStarts()[number - 1], number == 1 ? mark() : 0);
  }

  @Override
  public String toString() {
    return name;
  }

  private int lineIndex(int local) {
    int found = Arrays.binarySearch(lineStarts(), local);
    return found >= 0 ? found : -found - 2;
  }

  /** Counted when a person first asks for a line: most files are read without a mistake. */
  private int[] lineStarts() {
    int[] starts = lineStarts;
    if (starts == null) {
      starts = lineStarts(text);
      lineStarts = starts;
    }
    return starts;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[64];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean crlf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !crlf)) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
