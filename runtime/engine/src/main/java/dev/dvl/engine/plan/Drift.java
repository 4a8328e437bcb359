package dev.dvl.engine.plan;

import dev.dvl.engine.change.Action;
import dev.dvl.engine.plan.input.LedgerFacts;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What of a plan happened behind dvl's back: objects that differ from the program, and objects that
 * dvl made and that are gone. What was never applied, and what the program no longer has, is no
 * drift.
 */
public final class Drift {
  private Drift() {}

  /** The plan with nothing in it but drift, and no op. */
  public static Plan of(Plan plan, LedgerFacts facts) {
    List<PlannedChange> changes =
        plan.changes().stream().filter(change -> isDrift(change, facts)).toList();
    SortedMap<String, String> nothing = new TreeMap<>(Map.of());
    return new Plan(
        plan.version(),
        plan.module(),
        plan.stack(),
        plan.parameters(),
        nothing,
        nothing,
        List.of(),
        plan.hosts(),
        new TreeMap<>(),
        plan.guarded(),
        new TreeMap<>(),
        changes,
        List.of(),
        plan.unchanged(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static boolean isDrift(PlannedChange change, LedgerFacts facts) {
    return switch (change.action()) {
      case UPDATE, REPLACE, REPLACE_START_FIRST, UNDECIDED -> true;
      case CREATE -> facts.made().containsKey(change.address());
      case DESTROY, ADOPT, MOVE, FORGET, CONDITIONAL -> false;
    };
  }

  /** How many objects are gone. */
  public static long gone(Plan drift) {
    return drift.changes().stream().filter(it -> it.action() == Action.CREATE).count();
  }
}
