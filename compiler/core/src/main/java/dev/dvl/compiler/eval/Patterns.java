package dev.dvl.compiler.eval;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Patterns of RE2, compiled once. The time that matching takes is linear in the text, whatever the
 * pattern; how large a pattern unfolds is bounded before it is compiled.
 */
final class Patterns {
  private static final int MOST_KEPT = 256;
  private static final int LONGEST = 1000;

  /** A pattern that repeats {@code a{1000}} a thousand times would be a million steps. */
  private static final long MOST_REPEATED = 1000;

  private static final java.util.regex.Pattern REPETITION =
      java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

  private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

  private Patterns() {}

  static Pattern of(String text) throws EvaluationProblem {
    Pattern known = COMPILED.get(text);
    if (known != null) {
      return known;
    }
    Pattern pattern = compile(text);
    if (COMPILED.size() < MOST_KEPT) {
      COMPILED.put(text, pattern);
    }
    return pattern;
  }

  private static Pattern compile(String text) throws EvaluationProblem {
    if (text.length() > LONGEST) {
      throw new EvaluationProblem("a pattern is at most " + LONGEST + " characters long");
    }
    if (repeated(text) > MOST_REPEATED) {
      throw new EvaluationProblem("the counts of a pattern multiply to at most " + MOST_REPEATED);
    }
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new EvaluationProblem("the pattern is wrong: " + e.getDescription());
    }
  }

  /** What all counts come to when each stands inside the one behind it. */
  private static long repeated(String text) {
    java.util.regex.Matcher counts = REPETITION.matcher(text);
    long product = 1;
    while (counts.find() && product <= MOST_REPEATED) {
      String most = counts.group(2);
      long count = Long.parseLong(most == null || most.isEmpty() ? counts.group(1) : most);
      product *= Math.max(1, count);
    }
    return product;
  }
}
