package dev.dvl.compiler.eval;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Paths of Linux as text, without a file system: what they lead to, whatever they look like. */
public final class PosixPath {
  private PosixPath() {}

  /**
   * The shortest path that leads to the same place where nothing on the way is a link: {@code
   * /a//./b/} is {@code /a/b}, and nothing is {@code .}
   */
  public static String clean(String path) {
    String start = path.startsWith("/") ? "/" : "";
    String clean = start + String.join("/", names(path, start.isEmpty()));
    return clean.isEmpty() ? "." : clean;
  }

  /** The names on the way to a file, from the root: none of {@code /}. */
  static List<String> names(String path) {
    return names(path, false);
  }

  private static List<String> names(String path, boolean relative) {
    Deque<String> names = new ArrayDeque<>();
    for (String name : path.split("/+", -1)) {
      if (name.equals("..") && relative && (names.isEmpty() || names.getLast().equals(".."))) {
        names.addLast(name);
      } else if (name.equals("..")) {
        names.pollLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    return List.copyOf(names);
  }
}
