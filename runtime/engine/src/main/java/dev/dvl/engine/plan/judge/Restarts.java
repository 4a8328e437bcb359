package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.schema.Impact;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Live;
import java.util.List;
import java.util.Optional;

/** Stops and starts again what would differ in nothing, or in other things only. */
record Restarts(Subject subject) {

  /** The same ruling, but that the object is stopped and started again for {@code why}. */
  Verdict.Ruling of(Live live, String why, Verdict.Ruling ruling) {
    Optional<Decision> decided = ruling.decision();
    boolean stays = decided.isEmpty() || decided.get().change().action() == Action.CONDITIONAL;
    Decision restarted = stays ? restarted(live, why, decided) : with(decided.get(), why);
    return new Verdict.Ruling(Optional.of(restarted), ruling.notes(), ruling.diagnostics());
  }

  /** What is made anew is started anyway. */
  private static Decision with(Decision decision, String why) {
    Change change = decision.change();
    return change.makes()
        ? decision
        : new Decision(
            decision.id(), change.costing(change.impact().or(Impact.RESTART)).because(why));
  }

  /** A change for which nothing differs; what may become of it besides stays true. */
  Decision restarted(Live live, String why, Optional<Decision> conditional) {
    Decision restarted = subject.updated(live, Impact.RESTART, why);
    Change change = restarted.change();
    for (String reason : conditional.map(it -> it.change().reasons()).orElse(List.of())) {
      change = change.because(reason);
    }
    return new Decision(restarted.id(), change);
  }
}
