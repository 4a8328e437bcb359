package dev.dvl.compiler.format;

/** How wide texts are: in code points, as columns are counted. */
final class Width {
  /** How wide a page is. */
  static final int PAGE = 100;

  private Width() {}

  static int of(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The width of the line that {@code text} starts on. */
  static int ofFirstLine(String text) {
    int end = text.indexOf('\n');
    return text.codePointCount(0, end < 0 ? text.length() : end);
  }

  /** The width of the line that {@code text} ends on. */
  static int ofLastLine(String text) {
    return text.codePointCount(text.lastIndexOf('\n') + 1, text.length());
  }
}
