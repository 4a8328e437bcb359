package dev.dvl.docker.ssh;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Lists of host patterns: {@code *} and {@code ?} stand for others, {@code !} takes away. */
final class Patterns {
  private Patterns() {}

  static boolean match(List<String> patterns, String name) {
    return patterns.stream().noneMatch(it -> it.startsWith("!") && one(it.substring(1), name))
        && patterns.stream().anyMatch(it -> !it.startsWith("!") && one(it, name));
  }

  private static boolean one(String pattern, String name) {
    StringBuilder regex = new StringBuilder();
    for (char c : pattern.toLowerCase(Locale.ROOT).toCharArray()) {
      switch (c) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.matches(regex.toString(), name.toLowerCase(Locale.ROOT));
  }
}
