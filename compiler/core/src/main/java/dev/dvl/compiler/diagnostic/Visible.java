package dev.dvl.compiler.diagnostic;

import dev.dvl.compiler.value.Texts;

/** Makes text safe to show: what does not show, or turns the text around it, becomes an escape. */
final class Visible {
  private Visible() {}

  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(out, point));
    return out.toString();
  }

  static void append(StringBuilder out, int point) {
    if (Texts.isInvisible(point)) {
      out.append("\\u{").append(Integer.toHexString(point)).append('}');
    } else {
      out.appendCodePoint(point);
    }
  }
}
