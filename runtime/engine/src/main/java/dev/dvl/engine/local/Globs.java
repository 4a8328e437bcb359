package dev.dvl.engine.local;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Patterns of Go's {@code filepath.Match}, with {@code **} added, as regular expressions. */
final class Globs {
  private Globs() {}

  /** Where in a pattern the first letter stands that does not stand for itself, or -1. */
  static int special(String glob) {
    for (int i = 0; i < glob.length(); i++) {
      if ("*?[\\".indexOf(glob.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The regular expression that matches the same paths.
   *
   * @throws IllegalArgumentException whose message is the malformed pattern
   */
  static Pattern pattern(String glob) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < glob.length()) {
      i = piece(glob, i, out);
    }
    try {
      return Pattern.compile(out.toString(), Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(glob, e);
    }
  }

  private static int piece(String glob, int at, StringBuilder out) {
    char c = glob.charAt(at);
    return switch (c) {
      case '*' -> star(glob, at, out);
      case '?' -> {
        out.append("[^/]");
        yield at + 1;
      }
      case '[' -> letters(glob, at, out);
      case '\\' -> {
        if (at + 1 == glob.length()) {
          throw new IllegalArgumentException(glob);
        }
        out.append(Pattern.quote(glob.substring(at + 1, at + 2)));
        yield at + 2;
      }
      default -> {
        out.append(Pattern.quote(String.valueOf(c)));
        yield at + 1;
      }
    };
  }

  private static int star(String glob, int at, StringBuilder out) {
    if (!glob.startsWith("**", at)) {
      out.append("[^/]*");
      return at + 1;
    }
    if (glob.startsWith("**/", at)) {
      out.append("(?:.*/)?");
      return at + 3;
    }
    out.append(".*");
    return at + 2;
  }

  private static int letters(String glob, int at, StringBuilder out) {
    int end = glob.indexOf(']', at + 1);
    if (end < 0 || end == at + 1) {
      throw new IllegalArgumentException(glob);
    }
    String inside = glob.substring(at + 1, end).replace("[", "\\[").replace("&&", "&\\&");
    out.append("(?!/)[").append(inside).append(']');
    return end + 1;
  }
}
