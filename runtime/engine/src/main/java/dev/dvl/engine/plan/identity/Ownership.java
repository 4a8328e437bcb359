package dev.dvl.engine.plan.identity;

import java.util.List;

/**
 * Which object stands for which resource of the whole program, and what is to be said of it.
 *
 * @param matched all layers, joined
 * @param abandoned what is forgotten with its host
 * @param notes full sentences for the plan
 */
public record Ownership(Matched matched, List<Abandoned> abandoned, List<String> notes) {
  public Ownership {
    abandoned = List.copyOf(abandoned);
    notes = List.copyOf(notes);
  }
}
