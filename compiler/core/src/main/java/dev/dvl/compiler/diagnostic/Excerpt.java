package dev.dvl.compiler.diagnostic;

/**
 * A source line as it is shown: tabs widened, invisible characters escaped, a long line cut around
 * what is marked; and the column at which each of its characters stands then.
 */
final class Excerpt {
  private static final int TAB = 4;
  private static final int LONGEST = 160;
  private static final int BEFORE = 40;

  private final StringBuilder text = new StringBuilder();
  private final int from;
  private final int[] columns;

  private Excerpt(String line, int from, int to) {
    this.from = from;
    this.columns = new int[to - from + 1];
    text.append(from > 0 ? "…" : "");
    for (int i = from; i < to; ) {
      int point = line.codePointAt(i);
      int next = Math.min(i + Character.charCount(point), to);
      for (int unit = i; unit < next; unit++) {
        columns[unit - from] = width();
      }
      append(point);
      i = next;
    }
    columns[to - from] = width();
    text.append(to < line.length() ? "…" : "");
  }

  /** The part of {@code line} to show where the unit at {@code start} matters. */
  static Excerpt around(String line, int start) {
    if (line.length() <= LONGEST) {
      return new Excerpt(line, 0, line.length());
    }
    int from = Math.min(Math.max(0, start - BEFORE), line.length());
    int to = Math.min(line.length(), from + LONGEST);
    return new Excerpt(line, from, to);
  }

  String text() {
    return text.toString();
  }

  /** Where the unit at {@code index} of the line stands; what is cut off stands at the cut. */
  int column(int index) {
    return columns[Math.clamp(index - from, 0, columns.length - 1)];
  }

  private int width() {
    return text.codePointCount(0, text.length());
  }

  private void append(int point) {
    if (point == '\t') {
      text.append(" ".repeat(TAB));
    } else {
      Visible.append(text, point);
    }
  }
}
