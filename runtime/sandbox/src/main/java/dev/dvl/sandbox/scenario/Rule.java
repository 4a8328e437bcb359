package dev.dvl.sandbox.scenario;

import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.Selector;
import java.time.Duration;
import java.util.Optional;

/**
 * One rule of a scenario.
 *
 * @param kind the kind whose calls it is about, or {@code *}
 * @param call the call, such as {@code start}, or {@code *}
 * @param at the resources it is about; left out, all
 * @param takes how long the call takes
 * @param fate how it ends; left out, well
 */
record Rule(
    String kind,
    String call,
    Optional<Selector> at,
    Optional<Duration> takes,
    Optional<Fate> fate) {
  static final String ANY = "*";

  boolean isAbout(Op op) {
    int dot = op.call().lastIndexOf('.');
    return matches(kind, op.call().substring(0, Math.max(0, dot)))
        && matches(call, op.call().substring(dot + 1))
        && at.map(selector -> selector.picks(op.change())).orElse(true);
  }

  private static boolean matches(String wanted, String given) {
    return wanted.equals(ANY) || wanted.equals(given);
  }
}
