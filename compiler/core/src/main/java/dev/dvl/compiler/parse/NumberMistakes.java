package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Fix;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains what starts like a number and is none. */
final class NumberMistakes {
  /** Short forms of other tools and what they most likely mean here. */
  private static final Map<String, List<String>> SHORT =
      Map.ofEntries(
          Map.entry("k", List.of("kB")),
          Map.entry("K", List.of("KiB", "kB")),
          Map.entry("m", List.of("min", "MiB")),
          Map.entry("M", List.of("MiB", "MB")),
          Map.entry("g", List.of("GiB", "GB")),
          Map.entry("G", List.of("GiB", "GB")),
          Map.entry("t", List.of("TiB", "TB")),
          Map.entry("T", List.of("TiB", "TB")),
          Map.entry("Ki", List.of("KiB")),
          Map.entry("Mi", List.of("MiB")),
          Map.entry("Gi", List.of("GiB")),
          Map.entry("Ti", List.of("TiB")),
          Map.entry("sec", List.of("s")),
          Map.entry("hr", List.of("h")),
          Map.entry("b", List.of("B")));

  private NumberMistakes() {}

  static Optional<Value> explain(String text, Span span, ParseReport report) {
    report.add(diagnostic(text, span));
    return Optional.empty();
  }

  static Optional<Value> unknownUnit(String number, String unit, Span span, ParseReport report) {
    if (unit.matches("[eE]") || (number.equals("0") && unit.matches("[xXbo].*"))) {
      return explain(number + unit, span, report);
    }
    Diagnostic diagnostic =
        Diagnostic.at(SyntaxCodes.UNIT, span, "`" + unit + "` is no unit")
            .note(
                "Units are B kB MB GB TB, KiB MiB GiB TiB, ns us ms s min h d, Hz MHz GHz, and %.");
    List<String> likely =
        SHORT.getOrDefault(unit, Unit.ignoringCase(unit).map(Unit::name).stream().toList());
    Fix.Confidence confidence =
        unit.matches("[KMGT]i") ? Fix.Confidence.CERTAIN : Fix.Confidence.LIKELY;
    for (String name : likely) {
      diagnostic = diagnostic.fix(write(number + name, span, confidence));
    }
    report.add(diagnostic);
    return Optional.empty();
  }

  private static Diagnostic diagnostic(String text, Span span) {
    if (text.matches("[0-9]+(\\.[0-9]+){2,}.*")) {
      return number(span, "this has more than one point")
          .note("Addresses and versions are texts.")
          .fix(write("\"" + text + "\"", span, Fix.Confidence.LIKELY));
    }
    if (text.matches("0[0-9_]+")) {
      String digits = text.replaceFirst("^0+(?=[0-9])", "");
      return number(span, "a number does not start with 0")
          .note("A mode of a file is a text: `\"" + text + "\"`.")
          .fix(write(digits, span, Fix.Confidence.LIKELY));
    }
    if (text.matches("[0-9.]+[eE][0-9]{1,2}")) {
      String plain = new BigDecimal(text).toPlainString();
      return number(span, "numbers have no exponent")
          .fix(write(plain, span, Fix.Confidence.CERTAIN));
    }
    if (text.matches("0[xX][0-9A-Fa-f]{1,15}")) {
      String plain = Long.toString(Long.parseLong(text.substring(2), 16));
      return number(span, "numbers are written in base 10")
          .fix(write(plain, span, Fix.Confidence.CERTAIN));
    }
    if (text.matches("[0-9]+([A-Za-z]+[0-9]+)+[A-Za-z]+")) {
      return number(span, "only durations have several parts, the largest unit first")
          .note("For example `1h30min`.");
    }
    return number(span, "this cannot be read as a number");
  }

  private static Diagnostic number(Span span, String label) {
    Code code = SyntaxCodes.NUMBER;
    return Diagnostic.at(code, span, label);
  }

  private static Fix write(String text, Span span, Fix.Confidence confidence) {
    return Fix.replace("write `" + text + "`", confidence, span, text);
  }
}
