package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.Arguments.function;

import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Functions over text; positions and lengths count code points. */
final class StringFunctions {
  static final int LONGEST = 16 * 1024 * 1024;

  private StringFunctions() {}

  static final Map<String, Function> FUNCTIONS =
      Map.ofEntries(
          Map.entry("concat", StringFunctions::concat),
          Map.entry("upper", function(it -> Value.text(it.text(0).toUpperCase(Locale.ROOT)))),
          Map.entry("lower", function(it -> Value.text(it.text(0).toLowerCase(Locale.ROOT)))),
          Map.entry("trim", function(it -> Value.text(it.text(0).strip()))),
          Map.entry("trim_start", function(it -> Value.text(trimStart(it.text(0), it.text(1))))),
          Map.entry("trim_end", function(it -> Value.text(trimEnd(it.text(0), it.text(1))))),
          Map.entry("starts_with", function(it -> Value.of(it.text(0).startsWith(it.text(1))))),
          Map.entry("ends_with", function(it -> Value.of(it.text(0).endsWith(it.text(1))))),
          Map.entry("replace", function(StringFunctions::replace)),
          Map.entry("split", function(StringFunctions::split)),
          Map.entry("lines", function(it -> Arguments.texts(it.text(0).lines().toList()))),
          Map.entry("join", function(StringFunctions::join)),
          Map.entry("substring", function(StringFunctions::substring)),
          Map.entry("repeat", function(it -> repeat(it.text(0), it.whole(1)))),
          Map.entry("indent", function(StringFunctions::indent)),
          Map.entry("matches", new Matches()));

  /** What stands between the quotes: texts, numbers and bools one behind the other. */
  private static Value concat(List<Value> parts) throws EvaluationProblem {
    StringBuilder out = new StringBuilder();
    for (Value part : parts) {
      out.append(interpolated(part));
      if (out.length() > LONGEST) {
        throw tooLong();
      }
    }
    return Value.text(out.toString());
  }

  /** A value as it appears inside a string. */
  static String interpolated(Value value) throws EvaluationProblem {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Int(long number) -> Long.toString(number);
      case Value.Bool(boolean bool) -> Boolean.toString(bool);
      case Value.Decimal(var number) -> number.toPlainString();
      case Value.Quantity ignored ->
          throw new EvaluationProblem(
              ValueText.kind(value) + " has no text without a unit: use in_unit");
      case Value other ->
          throw new EvaluationProblem(ValueText.kind(other) + " cannot stand in a string");
    };
  }

  private static String trimStart(String text, String prefix) {
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  private static String trimEnd(String text, String suffix) {
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  private static Value replace(Arguments it) throws EvaluationProblem {
    String text = it.text(0);
    String old = it.text(1);
    String with = it.text(2);
    if (old.isEmpty()) {
      throw new EvaluationProblem("the text to replace is empty");
    }
    long times = 0;
    for (int at = text.indexOf(old); at >= 0; at = text.indexOf(old, at + old.length())) {
      times++;
    }
    if (text.length() + times * (with.length() - old.length()) > LONGEST) {
      throw tooLong();
    }
    return Value.text(text.replace(old, with));
  }

  private static Value split(Arguments it) throws EvaluationProblem {
    String text = it.text(0);
    String separator = it.text(1);
    if (separator.isEmpty()) {
      throw new EvaluationProblem("the separator is empty");
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
    }
    parts.add(text.substring(from));
    return Arguments.texts(parts);
  }

  private static Value join(Arguments it) throws EvaluationProblem {
    String separator = it.lacks(1) ? "" : it.text(1);
    List<Value> parts = new ArrayList<>();
    for (Value element : it.elements(0)) {
      if (!parts.isEmpty()) {
        parts.add(Value.text(separator));
      }
      parts.add(element);
    }
    return concat(parts);
  }

  private static Value substring(Arguments it) throws EvaluationProblem {
    String text = it.text(0);
    int length = text.codePointCount(0, text.length());
    long start = it.whole(1);
    long end = it.lacks(2) ? length : it.whole(2);
    if (start < 0 || end < start || end > length) {
      throw new EvaluationProblem(
          "there is no part from " + start + " to " + end + " of a text of length " + length);
    }
    int from = text.offsetByCodePoints(0, (int) start);
    return Value.text(text.substring(from, text.offsetByCodePoints(from, (int) (end - start))));
  }

  private static Value repeat(String text, long times) throws EvaluationProblem {
    if (times < 0) {
      throw new EvaluationProblem("a text cannot be repeated " + times + " times");
    }
    if (!text.isEmpty() && times > LONGEST / text.length()) {
      throw tooLong();
    }
    return Value.text(text.isEmpty() ? "" : text.repeat((int) times));
  }

  private static Value indent(Arguments it) throws EvaluationProblem {
    long width = it.whole(1);
    if (width < 0 || width > 256) {
      throw new EvaluationProblem("an indentation is 0 to 256 wide");
    }
    String margin = " ".repeat((int) width);
    return Value.text(
        it.text(0)
            .lines()
            .map(line -> line.isEmpty() ? line : margin + line)
            .collect(Collectors.joining("\n")));
  }

  static EvaluationProblem tooLong() {
    return new EvaluationProblem("the text would be longer than 16 MiB");
  }
}
