package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Fix;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.Span;

/**
 * Finds characters that do not show or that turn the order of the text around them, anywhere in a
 * file: in names they make two of one, in strings and comments they make code look like text (<a
 * href="https://trojansource.codes">Trojan Source</a>).
 */
final class Invisible {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Invisible() {}

  static void report(SourceFile file, ParseReport report) {
    String text = file.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isInvisible(c) && !(c == BYTE_ORDER_MARK && i == 0)) {
        report.add(diagnostic(c, new Span(file.base() + i, file.base() + i + 1)));
      }
    }
  }

  private static boolean isInvisible(char c) {
    if (c >= 0x20 && c < 0x7F) {
      return false;
    }
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
        || (c >= 0x7F && c < 0xA0)
        || c == 0xAD
        || c == 0x61C
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x2069)
        || c == BYTE_ORDER_MARK;
  }

  private static Diagnostic diagnostic(char c, Span span) {
    String name = Character.getName(c);
    String hex = Integer.toHexString(c);
    return Diagnostic.at(
            SyntaxCodes.INVISIBLE,
            span,
            "U+%04X, %s".formatted((int) c, name == null ? "unnamed" : name))
        .note("A text that needs this character writes it as `\\u{" + hex + "}`.")
        .fix(Fix.replace("remove it", Fix.Confidence.LIKELY, span, ""));
  }
}
