package dev.dvl.cli.render;

import dev.dvl.compiler.value.Texts;

/** Text from outside, safe to show: what does not show, or turns its neighbours, is escaped. */
public final class SafeText {
  private SafeText() {}

  /** One line of it. */
  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(out, point));
    return out.toString();
  }

  private static void append(StringBuilder out, int point) {
    if (Texts.isInvisible(point)) {
      out.append("\\u{").append(Integer.toHexString(point)).append('}');
    } else {
      out.appendCodePoint(point);
    }
  }

  /** Filled up to a width with blanks; code points are taken to be one column wide. */
  static String padded(String text, int width) {
    int length = text.codePointCount(0, text.length());
    return length >= width ? text : text + " ".repeat(width - length);
  }
}
