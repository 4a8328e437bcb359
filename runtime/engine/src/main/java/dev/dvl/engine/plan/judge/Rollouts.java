package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.schema.Impact;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import java.util.List;

/**
 * How the changes that take something down follow one another. What is only made takes nothing
 * down, and what is live does not either.
 *
 * @param batches of all keyed sets whose changes go in batches
 * @param decisions all, with what a plan says of batches, and with those that only wait
 */
record Rollouts(List<Batches> batches, List<Decision> decisions) {

  static Rollouts of(Fates fates, List<Decision> decisions) {
    return fates.matched().request().options().destroy()
        ? new Rollouts(List.of(), decisions)
        : new RolloutMaking(fates, decisions).all();
  }

  /** How many of the decisions are about what is as the program wants it, and waited for. */
  int waiting() {
    return (int) decisions.stream().filter(it -> isWait(it.change())).count();
  }

  private static boolean isWait(Change change) {
    return change.action() == Action.UPDATE
        && change.impact() == Impact.NONE
        && change.fields().isEmpty()
        && change.taken().isEmpty();
  }
}
