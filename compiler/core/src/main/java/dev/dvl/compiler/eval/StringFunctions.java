package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.Arguments.function;

import dev.dvl.compiler.value.Value;
import java.text.Normalizer;
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
          Map.entry("words", function(it -> Arguments.texts(words(it.text(0))))),
          Map.entry("count", function(StringFunctions::count)),
          Map.entry("pad_start", function(it -> Value.text(padding(it) + it.text(0)))),
          Map.entry("pad_end", function(it -> Value.text(it.text(0) + padding(it)))),
          Map.entry("title", function(it -> Value.text(title(it.text(0))))),
          Map.entry("slug", function(it -> Value.text(slug(it.text(0))))),
          Map.entry("shell_quote", function(it -> Value.text(shellQuoted(it.text(0))))));

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
    if (text.length() + times(text, old) * (with.length() - old.length()) > LONGEST) {
      throw tooLong();
    }
    return Value.text(text.replace(old, with));
  }

  private static Value count(Arguments it) throws EvaluationProblem {
    String part = it.text(1);
    if (part.isEmpty()) {
      throw new EvaluationProblem("the text to count is empty");
    }
    return Value.of(times(it.text(0), part));
  }

  private static long times(String text, String part) {
    long times = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      times++;
    }
    return times;
  }

  private static List<String> words(String text) {
    String inner = text.strip();
    return inner.isEmpty() ? List.of() : List.of(inner.split("\\s+", -1));
  }

  /** What brings a text to its width: whole repetitions of the filler, the last one cut. */
  private static String padding(Arguments it) throws EvaluationProblem {
    String text = it.text(0);
    String filler = it.lacks(2) ? " " : it.text(2);
    int length = text.codePointCount(0, text.length());
    if (it.whole(1) <= length) {
      return "";
    }
    long missing = it.whole(1) - length;
    if (filler.isEmpty()) {
      throw new EvaluationProblem("the text to pad with is empty");
    }
    int width = filler.codePointCount(0, filler.length());
    if (missing / width > LONGEST / filler.length()) {
      throw tooLong();
    }
    String enough = filler.repeat((int) ((missing + width - 1) / width));
    return enough.substring(0, enough.offsetByCodePoints(0, (int) missing));
  }

  /** The first letter of each word in capitals; what is no letter or digit ends a word. */
  private static String title(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean inside = false;
    for (int c : text.codePoints().toArray()) {
      out.appendCodePoint(inside ? c : Character.toTitleCase(c));
      inside = Character.isLetterOrDigit(c) || c == '\'';
    }
    return out.toString();
  }

  /** Lower-case letters and digits of ASCII; all between them is one hyphen. */
  private static String slug(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    String joined = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return trimEnd(trimStart(joined, "-"), "-");
  }

  /** One word for a shell of POSIX: nothing in it is special between single quotes. */
  private static String shellQuoted(String text) {
    return text.matches("[A-Za-z0-9_./:=@%+,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
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
