package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Fix;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves the escapes of a text: a dollar, a newline, a tab, a quote, a backslash, a code point.
 */
final class Escapes {
  private static final Pattern UNICODE = Pattern.compile("\\\\u\\{([0-9A-Fa-f]{1,6})}");

  private Escapes() {}

  /** The characters an escape stands for; an unknown one is reported and stands for itself. */
  static String resolve(Lexeme escape, ParseReport report) {
    String text = escape.getText();
    return switch (text) {
      case "\\n" -> "\n";
      case "\\t" -> "\t";
      case "\\\"" -> "\"";
      case "\\\\" -> "\\";
      case "\\$" -> "$";
      default -> unicode(escape, text, report);
    };
  }

  private static String unicode(Lexeme escape, String text, ParseReport report) {
    Matcher matcher = UNICODE.matcher(text);
    if (matcher.matches()) {
      int point = Integer.parseInt(matcher.group(1), 16);
      boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      if (Character.isValidCodePoint(point) && !surrogate) {
        return Character.toString(point);
      }
      report.add(Diagnostic.at(SyntaxCodes.ESCAPE, escape.span(), "no character has this number"));
      return text;
    }
    report.add(
        Diagnostic.at(SyntaxCodes.ESCAPE, escape.span(), "`" + text + "` is no escape")
            .note(
                "Escapes are `\\${`, `\\n`, `\\t`, `\\\"`, `\\\\` and `\\u{…}`; `r\"…\"` has none.")
            .fix(
                Fix.replace(
                    "write a backslash", Fix.Confidence.LIKELY, escape.span(), "\\" + text)));
    return text;
  }
}
