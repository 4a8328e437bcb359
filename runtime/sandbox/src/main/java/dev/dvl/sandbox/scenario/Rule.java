package dev.dvl.sandbox.scenario;

import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.input.Selector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One rule of a scenario.
 *
 * @param calls the calls it is about
 * @param at the resources it is about; left out, all
 * @param takes how long the call takes
 * @param fate how it ends; left out, well
 */
record Rule(
    CallPattern calls, Optional<List<Selector>> at, Optional<Duration> takes, Optional<Fate> fate) {

  boolean isAbout(Op op) {
    return calls.matches(op)
        && at.map(all -> all.stream().anyMatch(it -> it.picks(op.change()))).orElse(true);
  }
}
