package dev.dvl.cli.render;

import dev.dvl.compiler.value.Texts;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A value on one line, or on several where it is long. */
public final class ValueLines {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final int ROOM = 76;
  private static final int LONGEST_TEXT = 240;

  private ValueLines() {}

  /** The lines; the first stands behind the name of the field. */
  public static List<String> of(Value value) {
    String line = ValueText.of(value);
    if (line.length() <= ROOM) {
      return List.of(line);
    }
    return switch (value) {
      case Value.ListOf(var elements) -> elements("[", elements, "]");
      case Value.SetOf(var elements) -> elements("[", elements, "]");
      case Value.MapOf(var entries) -> entries(entries);
      case Value.ObjectOf(var fields) -> entries(fields);
      case Value.Text(String text) -> List.of(cut(text));
      case Value.Scalar _, Value.Ref _, Value.Deferred _ -> List.of(line);
    };
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return Texts.quoted(text);
    }
    int end = text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_TEXT));
    return Texts.quoted(text.substring(0, end)) + " … (" + text.length() + " characters)";
  }

  private static List<String> elements(String open, List<Value> elements, String close) {
    List<String> lines = new ArrayList<>(List.of(open));
    elements.forEach(element -> inner(lines, "", of(element)));
    lines.add(close);
    return lines;
  }

  private static List<String> entries(Map<String, Value> entries) {
    List<String> lines = new ArrayList<>(List.of("{"));
    entries.forEach((key, value) -> inner(lines, key(key) + " = ", of(value)));
    lines.add("}");
    return lines;
  }

  private static void inner(List<String> lines, String before, List<String> value) {
    lines.add("  " + before + value.getFirst());
    value.stream().skip(1).forEach(line -> lines.add("  " + line));
  }

  private static String key(String key) {
    return WORD.matcher(key).matches() ? key : Texts.quoted(key);
  }
}
