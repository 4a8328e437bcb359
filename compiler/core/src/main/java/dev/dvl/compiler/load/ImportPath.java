package dev.dvl.compiler.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Paths in imports, from the folder of the file that imports to a path from the program's folder.
 */
final class ImportPath {
  private ImportPath() {}

  /** The path of what {@code text} names in {@code folder}; empty where it lies outside. */
  static Optional<String> resolve(String folder, String text) {
    Deque<String> parts = new ArrayDeque<>();
    String whole = folder.isEmpty() ? text : folder + "/" + text;
    for (String part : whole.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }

  static boolean isFile(String path) {
    return path.endsWith(".dvl");
  }

  /** The folder in which a file lies. */
  static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
