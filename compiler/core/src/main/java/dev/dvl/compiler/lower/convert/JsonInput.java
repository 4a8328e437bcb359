package dev.dvl.compiler.lower.convert;

import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.lower.input.RawInput;
import dev.dvl.compiler.value.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON (RFC 8259); numbers and truth values stay the text that they are. */
public final class JsonInput {
  private static final int DEEPEST = 64;
  private static final int MOST = 100_000;
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,999})(\\.[0-9]{1,999})?([eE][+-]?[0-9]{1,9})?");

  private final String text;
  private final Matcher number;
  private int at;
  private int values;

  private JsonInput(String text) {
    this.text = text;
    this.number = NUMBER.matcher(text);
  }

  public static RawInput read(String text) throws EvaluationProblem {
    JsonInput input = new JsonInput(text);
    input.space();
    RawInput whole = input.value(0);
    if (input.at < text.length()) {
      throw input.wrong("nothing more is expected");
    }
    return whole;
  }

  private RawInput value(int depth) throws EvaluationProblem {
    if (depth > DEEPEST) {
      throw wrong("values nest deeper than " + DEEPEST + " levels");
    }
    if (++values > MOST) {
      throw wrong("there are more than " + MOST + " values");
    }
    String origin = origin();
    RawInput value =
        switch (at < text.length() ? text.charAt(at) : ' ') {
          case '{' -> map(depth, origin);
          case '[' -> list(depth, origin);
          case '"' -> new RawInput.Text(string(), origin);
          default -> word(origin);
        };
    space();
    return value;
  }

  private RawInput word(String origin) throws EvaluationProblem {
    for (String word : List.of("true", "false", "null")) {
      if (text.startsWith(word, at)) {
        at += word.length();
        return word.equals("null") ? new RawInput.Nothing(origin) : new RawInput.Text(word, origin);
      }
    }
    if (!number.region(at, text.length()).lookingAt()) {
      throw wrong("a value is expected");
    }
    at = number.end();
    return new RawInput.Text(number.group(), origin);
  }

  private RawInput list(int depth, String origin) throws EvaluationProblem {
    List<RawInput> elements = new ArrayList<>();
    while (another(elements.isEmpty(), ']')) {
      elements.add(value(depth + 1));
    }
    return new RawInput.ListOf(elements, origin);
  }

  private RawInput map(int depth, String origin) throws EvaluationProblem {
    Map<String, RawInput> entries = new LinkedHashMap<>();
    while (another(entries.isEmpty(), '}')) {
      if (!is('"')) {
        throw wrong("a name in quotes is expected");
      }
      String key = string();
      space();
      take(':');
      space();
      if (entries.put(key, value(depth + 1)) != null) {
        throw wrong(Texts.quoted(key) + " is given twice");
      }
    }
    return new RawInput.MapOf(entries, origin);
  }

  /** Goes past what stands before an element, or past the end. */
  private boolean another(boolean first, char end) throws EvaluationProblem {
    if (first) {
      at++;
      space();
    }
    if (is(end)) {
      at++;
      return false;
    }
    if (!first) {
      take(',');
      space();
    }
    return true;
  }

  private String string() throws EvaluationProblem {
    StringBuilder out = new StringBuilder();
    for (at++; !is('"'); at++) {
      if (at >= text.length() || text.charAt(at) < ' ') {
        throw wrong("a text does not end on its line");
      }
      out.append(is('\\') ? escape() : text.charAt(at));
    }
    at++;
    return out.toString();
  }

  private char escape() throws EvaluationProblem {
    at++;
    int known = at < text.length() ? "\"\\/bfnrt".indexOf(text.charAt(at)) : -1;
    if (known >= 0) {
      return "\"\\/\b\f\n\r\t".charAt(known);
    }
    if (is('u')
        && text.substring(at + 1, Math.min(at + 5, text.length())).matches("[0-9A-Fa-f]{4}")) {
      at += 4;
      return (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
    }
    throw wrong("there is no such escape");
  }

  private void take(char wanted) throws EvaluationProblem {
    if (!is(wanted)) {
      throw wrong("`" + wanted + "` is expected");
    }
    at++;
  }

  private boolean is(char wanted) {
    return at < text.length() && text.charAt(at) == wanted;
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private String origin() {
    return "character " + (at + 1);
  }

  private EvaluationProblem wrong(String what) {
    String line = text.substring(0, Math.min(at, text.length()));
    long number = line.chars().filter(c -> c == '\n').count() + 1;
    return new EvaluationProblem("line " + number + " is no JSON: " + what);
  }
}
