package dev.dvl.engine.plan.judge;

import dev.dvl.engine.plan.identity.Matched;
import dev.dvl.engine.plan.identity.Ownership;
import java.util.List;

/**
 * What each resource and each unwanted object comes to.
 *
 * @param changes in the order in which they were decided
 * @param batches of keyed sets whose elements follow one another
 * @param unchanged how many resources are as the program wants them
 * @param notes full sentences for the plan
 */
public record Decided(
    Ownership ownership,
    Fates fates,
    List<Decision> changes,
    List<Batches> batches,
    int unchanged,
    List<String> notes) {
  public Decided {
    batches = List.copyOf(batches);
    changes = List.copyOf(changes);
    notes = List.copyOf(notes);
  }

  public Matched matched() {
    return ownership.matched();
  }
}
