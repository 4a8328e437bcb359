package dev.dvl.engine.ledger;

import dev.dvl.engine.live.Stack;
import java.nio.file.Path;
import java.util.Map;

/** Where the files of a stack's ledger lie. */
public final class StackFolder {
  private StackFolder() {}

  /** What tells the stacks apart: the id, and the name where there is one. */
  static String name(Stack stack) {
    return stack.name().isEmpty() ? stack.id() : stack.id() + "-" + stack.name();
  }

  static Path in(Path project, Stack stack) {
    return project.resolve(".dvl").resolve(name(stack));
  }

  /** The folder in which the user's programs keep their state, by the XDG rules. */
  public static Path ofUser(Map<String, String> environment, Path home) {
    String set = environment.getOrDefault("XDG_STATE_HOME", "");
    Path state = set.isEmpty() ? home.resolve(".local").resolve("state") : Path.of(set);
    return state.resolve("dvl");
  }
}
