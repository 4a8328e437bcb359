package dev.dvl.engine.local;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The patterns of a {@code .dockerignore} (moby/patternmatcher): a path is left out if the last
 * pattern that matches it, or a folder above it, has no {@code !} before it. {@code *} and {@code
 * ?} stay within one name, {@code **} goes across.
 */
final class IgnoreFile {
  static final IgnoreFile NONE = new IgnoreFile(List.of());

  private record Rule(Pattern pattern, boolean keeps) {}

  private final List<Rule> rules;

  private IgnoreFile(List<Rule> rules) {
    this.rules = rules;
  }

  /**
   * Reads the lines of the file.
   *
   * @throws IllegalArgumentException whose message is a malformed pattern
   */
  static IgnoreFile parse(List<String> lines) {
    List<Rule> rules = new ArrayList<>();
    for (String raw : lines) {
      String line = raw.strip();
      if (line.isEmpty() || raw.startsWith("#")) {
        continue;
      }
      boolean keeps = line.startsWith("!");
      String path = clean(keeps ? line.substring(1).strip() : line);
      if (!path.isEmpty()) {
        rules.add(new Rule(Globs.pattern(path), keeps));
      }
    }
    return new IgnoreFile(List.copyOf(rules));
  }

  /** Whether a path (with slashes, from the context's folder) is left out. */
  boolean ignores(String path) {
    boolean ignored = false;
    for (Rule rule : rules) {
      if (rule.keeps() == ignored && matches(rule.pattern(), path)) {
        ignored = !rule.keeps();
      }
    }
    return ignored;
  }

  /** Whether something inside an ignored folder may be kept all the same. */
  boolean hasExceptions() {
    return rules.stream().anyMatch(Rule::keeps);
  }

  private static boolean matches(Pattern pattern, String path) {
    String part = path;
    while (true) {
      if (pattern.matcher(part).matches()) {
        return true;
      }
      int slash = part.lastIndexOf('/');
      if (slash < 0) {
        return false;
      }
      part = part.substring(0, slash);
    }
  }

  /** As Go's filepath.Clean, and without the slash at the beginning. */
  private static String clean(String path) {
    List<String> names = new ArrayList<>();
    for (String name : List.of(path.split("/", -1))) {
      if (name.equals("..") && !names.isEmpty()) {
        names.removeLast();
      } else if (!name.isEmpty() && !name.equals(".") && !name.equals("..")) {
        names.add(name);
      }
    }
    return String.join("/", names);
  }
}
