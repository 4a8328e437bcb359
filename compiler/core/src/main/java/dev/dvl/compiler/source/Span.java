package dev.dvl.compiler.source;

/**
 * A stretch of source text: from {@code start} up to, not including, {@code end}.
 *
 * <p>Offsets are UTF-16 units on the one line that all files of a {@link SourceMap} share, so a
 * span says by itself in which file it lies. An empty span is a point between two characters.
 */
public record Span(int start, int end) implements Comparable<Span> {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  /** The point before the character at {@code offset}. */
  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  /** The smallest span that covers this one and {@code other}. */
  public Span union(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** What stands between this one and {@code next}, which begins where this one ends or later. */
  public Span until(Span next) {
    return new Span(/* start= */ end, /* end= */ next.start);
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  public int length() {
    return end - start;
  }

  /** By start, then the longer one first: an enclosing node sorts before what it encloses. */
  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(other.end, end);
  }
}
