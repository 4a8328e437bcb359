package dev.dvl.cli.worlds;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a platform called things when a world was recorded, and what it calls them now: ids of
 * containers, images, machines. All are put in at once, since a new id may be another's old one.
 */
final class Renamed {
  private final Map<String, String> names = new TreeMap<>();

  /** Takes what was named in an answer of then and of now; what is missing in either is unknown. */
  void learn(Map<String, String> then, Map<String, String> now) {
    then.forEach(
        (what, old) -> {
          String is = now.get(what);
          if (is != null && !is.equals(old)) {
            names.put(old, is);
          }
        });
  }

  void learn(String then, String now) {
    learn(Map.of("", then), Map.of("", now));
  }

  String in(String text) {
    if (names.isEmpty()) {
      return text;
    }
    String any =
        names.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?<![A-Za-z0-9])(", ")(?![A-Za-z0-9])"));
    return Pattern.compile(any)
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(names.get(found.group())));
  }

  byte[] in(byte[] utf8) {
    return in(new String(utf8, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
  }
}
