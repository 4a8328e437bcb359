package dev.dvl.engine.ledger;

import dev.dvl.engine.live.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the files of a stack's ledger lie. */
public final class StackFolder {
  private static final Pattern NAMED = Pattern.compile("[0-9a-f]{16}(-.*)?");

  private StackFolder() {}

  /** What tells the stacks apart: the id, and the name where there is one. */
  static String name(Stack stack) {
    return stack.name().isEmpty() ? stack.id() : stack.id() + "-" + stack.name();
  }

  static Path in(Path project, Stack stack) {
    return project.resolve(".dvl").resolve(name(stack));
  }

  /** The names of the folders of all stacks that have a ledger beside a program. */
  public static List<String> all(Path project) throws IOException {
    Path folder = project.resolve(".dvl");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> NAMED.matcher(name).matches())
          .sorted()
          .toList();
    }
  }

  /** The folder in which the user's programs keep their state, by the XDG rules. */
  public static Path ofUser(Map<String, String> environment, Path home) {
    String set = environment.getOrDefault("XDG_STATE_HOME", "");
    boolean counts = set.startsWith("/"); // by those rules, others are to be ignored
    Path state = counts ? Path.of(set) : home.resolve(".local").resolve("state");
    return state.resolve("dvl");
  }
}
