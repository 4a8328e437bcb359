package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Fix;
import dev.dvl.compiler.source.Span;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Characters that a reader takes for signs or ASCII letters, and that are none: letters of other
 * scripts, wide forms, what word processors make of signs.
 */
final class Lookalike {
  private static final String LETTERS =
      "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u03bf\u03b1\u03bd\u0131";
  private static final String ASCII = "aeopcyxijsdoavi";

  private static final Map<String, String> SIGNS =
      Map.of(
          "\u2010", "-",
          "\u2013", "-",
          "\u2014", "-",
          "\u2212", "-",
          "\u00d7", "*",
          "\u2264", "<=",
          "\u2265", ">=",
          "\u2260", "!=",
          "\u2192", "->",
          "\u037e", ";");

  private Lookalike() {}

  static Diagnostic explain(Diagnostic diagnostic, Span span, String text) {
    int point = text.codePointAt(0);
    boolean foreign = point > 127 && Character.getType(point) != Character.SURROGATE;
    Diagnostic named = foreign ? diagnostic.note("This is " + name(text) + ".") : diagnostic;
    Diagnostic explained = named.note("Names are made of ASCII letters, digits and `_`.");
    return of(text)
        .map(
            ascii ->
                explained.fix(
                    Fix.replace("write `" + ascii + "`", Fix.Confidence.LIKELY, span, ascii)))
        .orElse(explained);
  }

  private static String name(String text) {
    int point = text.codePointAt(0);
    return "U+%04X, %s".formatted(point, Optional.ofNullable(Character.getName(point)).orElse(""));
  }

  private static Optional<String> of(String text) {
    if (SIGNS.containsKey(text)) {
      return Optional.ofNullable(SIGNS.get(text));
    }
    int letter = LETTERS.indexOf(text.toLowerCase(Locale.ROOT));
    if (letter >= 0) {
      String ascii = ASCII.substring(letter, letter + 1);
      boolean lower = text.equals(text.toLowerCase(Locale.ROOT));
      return Optional.of(lower ? ascii : ascii.toUpperCase(Locale.ROOT));
    }
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return plain.length() == 1 && plain.charAt(0) > ' ' && plain.charAt(0) < 127
        ? Optional.of(plain)
        : Optional.empty();
  }
}
