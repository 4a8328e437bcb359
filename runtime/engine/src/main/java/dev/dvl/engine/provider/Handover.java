package dev.dvl.engine.provider;

import java.util.Set;

/**
 * Which ops of a change pass on what can be had once on a host. The ops that undo are among them
 * where they give back what was taken, or take back what was given up.
 *
 * @param giving the ids of those after which it is free again
 * @param taking the ids of those that take it
 */
public record Handover(Set<String> giving, Set<String> taking) {
  /** Nothing is passed on. */
  public static final Handover NONE = new Handover(Set.of(), Set.of());

  public Handover {
    giving = Set.copyOf(giving);
    taking = Set.copyOf(taking);
  }
}
