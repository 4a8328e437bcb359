package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.Arguments.function;

import com.google.re2j.Matcher;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions that look for patterns in a text. */
final class PatternFunctions {
  private PatternFunctions() {}

  static final Map<String, Function> FUNCTIONS =
      Map.of(
          "matches", function(it -> Value.of(matcher(it).matches())),
          "find", function(PatternFunctions::find),
          "find_all", function(PatternFunctions::findAll),
          "captures", function(PatternFunctions::captures),
          "replace_all", function(PatternFunctions::replaceAll));

  private static Matcher matcher(Arguments it) throws EvaluationProblem {
    return Patterns.of(it.text(1)).matcher(it.text(0));
  }

  private static Value find(Arguments it) throws EvaluationProblem {
    Matcher matcher = matcher(it);
    return matcher.find() ? Value.text(matcher.group()) : Value.Null.NULL;
  }

  private static Value findAll(Arguments it) throws EvaluationProblem {
    Matcher matcher = matcher(it);
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group());
      CollectionFunctions.checkSize(found.size());
    }
    return Arguments.texts(found);
  }

  /** The groups of the first match; a group that takes no part in it is empty. */
  private static Value captures(Arguments it) throws EvaluationProblem {
    Matcher matcher = matcher(it);
    if (!matcher.find()) {
      return Value.Null.NULL;
    }
    List<String> groups = new ArrayList<>();
    for (int group = 1; group <= matcher.groupCount(); group++) {
      String text = matcher.group(group);
      groups.add(text == null ? "" : text);
    }
    return Arguments.texts(groups);
  }

  private static Value replaceAll(Arguments it) throws EvaluationProblem {
    Matcher matcher = matcher(it);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      replacement(matcher, it.text(2), out);
      if (out.length() > StringFunctions.LONGEST) {
        throw StringFunctions.tooLong();
      }
    }
    matcher.appendTail(out);
    return Value.text(out.toString());
  }

  private static void replacement(Matcher matcher, String by, StringBuilder out)
      throws EvaluationProblem {
    try {
      matcher.appendReplacement(out, by);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new EvaluationProblem(
          "in the replacement, `$1` to `$" + matcher.groupCount() + "` stand for groups");
    }
  }
}
