package dev.dvl.compiler.eval;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code matches(text, pattern)}: whether the whole text has the form of the pattern. The time it
 * takes is linear in the text, whatever the pattern.
 */
final class Matches implements Function {
  private static final int MOST_KEPT = 256;
  private static final int LONGEST_PATTERN = 1000;

  private final Map<String, Pattern> compiled = new ConcurrentHashMap<>();

  @Override
  public Value apply(List<Value> values) throws EvaluationProblem {
    Arguments arguments = new Arguments(values);
    return Value.of(pattern(arguments.text(1)).matches(arguments.text(0)));
  }

  private Pattern pattern(String text) throws EvaluationProblem {
    Pattern known = compiled.get(text);
    if (known != null) {
      return known;
    }
    Pattern pattern = compile(text);
    if (compiled.size() < MOST_KEPT) {
      compiled.put(text, pattern);
    }
    return pattern;
  }

  private static Pattern compile(String text) throws EvaluationProblem {
    if (text.length() > LONGEST_PATTERN) {
      throw new EvaluationProblem("a pattern is at most 1000 characters long");
    }
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new EvaluationProblem("the pattern is wrong: " + e.getDescription());
    }
  }
}
