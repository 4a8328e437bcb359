package dev.dvl.engine.local;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The patterns of a {@code .dockerignore} (moby/patternmatcher): a path is left out if the last
 * pattern that matches it, or a folder above it, has no {@code !} before it. {@code *} and {@code
 * ?} stay within one name, {@code **} goes across.
 */
final class IgnoreFile {
  static final IgnoreFile NONE = new IgnoreFile(List.of(), Map.of(), new BitSet());

  /**
   * A pattern with something in it that stands for other letters.
   *
   * @param beginning what stands before that, and so begins all that it matches
   * @param line its place among all rules
   */
  private record Glob(Pattern pattern, String beginning, int line) {}

  private final List<Glob> globs;

  /** The last rule for each path that is written out. */
  private final Map<String, Integer> plain;

  /** By their lines: whether a rule keeps what it matches. */
  private final BitSet keeping;

  private IgnoreFile(List<Glob> globs, Map<String, Integer> plain, BitSet keeping) {
    this.globs = globs;
    this.plain = plain;
    this.keeping = keeping;
  }

  /**
   * Reads the lines of the file.
   *
   * @throws IllegalArgumentException whose message is a malformed pattern
   */
  static IgnoreFile parse(List<String> lines) {
    List<Glob> globs = new ArrayList<>();
    Map<String, Integer> plain = new HashMap<>();
    BitSet keeping = new BitSet();
    int count = 0;
    for (String raw : lines) {
      String line = raw.strip();
      if (line.isEmpty() || raw.startsWith("#")) {
        continue;
      }
      boolean keeps = line.startsWith("!");
      String path = clean(keeps ? line.substring(1).strip() : line);
      if (path.isEmpty()) {
        continue;
      }
      keeping.set(count, keeps);
      int special = Globs.special(path);
      if (special < 0) {
        plain.put(path, count);
      } else {
        globs.add(new Glob(Globs.pattern(path), path.substring(0, special), count));
      }
      count++;
    }
    return new IgnoreFile(List.copyOf(globs), plain, keeping);
  }

  /** Whether a path (with slashes, from the context's folder) is left out. */
  boolean ignores(String path) {
    int last = -1;
    for (String part = path; !part.isEmpty(); part = above(part)) {
      last = Math.max(last, plain.getOrDefault(part, -1));
    }
    for (int i = globs.size() - 1; i >= 0 && globs.get(i).line() > last; i--) {
      if (matches(globs.get(i), path)) {
        last = globs.get(i).line();
      }
    }
    return last >= 0 && !keeping.get(last);
  }

  /** Whether something inside an ignored folder may be kept all the same. */
  boolean hasExceptions() {
    return !keeping.isEmpty();
  }

  private static boolean matches(Glob glob, String path) {
    if (!path.startsWith(glob.beginning())) {
      return false;
    }
    for (String part = path; !part.isEmpty(); part = above(part)) {
      if (glob.pattern().matcher(part).matches()) {
        return true;
      }
    }
    return false;
  }

  /** The folder of a path; empty where it has none. */
  private static String above(String path) {
    return path.substring(0, Math.max(path.lastIndexOf('/'), 0));
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
