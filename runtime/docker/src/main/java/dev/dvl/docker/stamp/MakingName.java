package dev.dvl.docker.stamp;

import java.util.Optional;

/**
 * What a container is called until it counts: {@code NAME.dvl-OP}, and what an old one is called
 * once the new one has its name: {@code NAME.dvl-OP.old}. Docker's names may hold dots and hyphens.
 */
public record MakingName(String name, String op) {
  private static final String MARK = ".dvl-";
  private static final String OLD = ".old";

  public String text() {
    return name + MARK + op;
  }

  /** What the container that has the name now is called, once the new one is to take it. */
  public String away() {
    return text() + OLD;
  }

  /** Whether a name is that of a container that does not count yet, and not of an old one. */
  public static boolean isMaking(String text) {
    return target(text).isPresent() && !text.endsWith(OLD);
  }

  /**
   * What a container is called that stays, while another takes its name and it cannot have its own
   * yet. Nothing in it says that the container is being made or is to go.
   */
  public String passing() {
    return name + ".passing-" + op;
  }

  /** The name that a name in the making is for; empty where {@code text} is a plain name. */
  public static Optional<String> target(String text) {
    int mark = text.lastIndexOf(MARK);
    return mark > 0 ? Optional.of(text.substring(0, mark)) : Optional.empty();
  }
}
