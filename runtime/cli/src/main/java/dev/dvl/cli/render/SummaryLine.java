package dev.dvl.cli.render;

import dev.dvl.compiler.schema.Impact;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.plan.Drift;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import dev.dvl.engine.plan.Summary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A whole plan in one sentence. */
final class SummaryLine {
  private SummaryLine() {}

  static String of(Plan plan) {
    if (plan.isEmpty() && plan.unchanged() == 0) {
      return "No changes: nothing is there, and nothing is to be.";
    }
    if (plan.isEmpty()) {
      return "No changes: "
          + (plan.unchanged() == 1
              ? "the one resource is as the program wants it."
              : "all " + plan.unchanged() + " resources are as the program wants them.");
    }
    Summary summary = Summary.of(plan);
    List<String> parts = new ArrayList<>();
    parts.add(summary.of(Action.CREATE) + " to create");
    parts.add(summary.of(Action.UPDATE) + " to update" + costs(plan));
    parts.add(summary.of(Action.REPLACE) + " to replace");
    parts.add(summary.of(Action.DESTROY) + " to destroy");
    rare(summary, Action.ADOPT, "to adopt", parts);
    rare(summary, Action.MOVE, "to move", parts);
    rare(summary, Action.FORGET, "to forget", parts);
    rare(summary, Action.CONDITIONAL, "conditional", parts);
    rare(summary, Action.UNDECIDED, "undecided", parts);
    return "Plan: " + String.join(", ", parts) + ", " + plan.unchanged() + " unchanged.";
  }

  /** What changed behind dvl's back, in one sentence. */
  static String ofDrift(Plan drift) {
    Summary summary = Summary.of(drift);
    long gone = Drift.gone(drift);
    List<String> parts = new ArrayList<>();
    int differ = summary.of(Action.UPDATE) + summary.of(Action.REPLACE);
    parts.add(differ + (differ == 1 ? " differs" : " differ"));
    parts.add(gone + (gone == 1 ? " is gone" : " are gone"));
    rare(summary, Action.UNDECIDED, "undecided", parts);
    return drift.isEmpty()
        ? "No drift: " + drift.unchanged() + " unchanged."
        : "Drift: " + String.join(", ", parts) + ", " + drift.unchanged() + " unchanged.";
  }

  private static void rare(Summary summary, Action action, String words, List<String> parts) {
    if (summary.of(action) > 0) {
      parts.add(summary.of(action) + " " + words);
    }
  }

  /** What the updates cost: {@code (live)}, {@code (2 live, 1 restart)}. */
  private static String costs(Plan plan) {
    Map<Impact, Integer> counts = new EnumMap<>(Impact.class);
    plan.changes().stream()
        .filter(change -> change.action() == Action.UPDATE)
        .map(PlannedChange::impact)
        .forEach(impact -> counts.merge(impact, 1, Integer::sum));
    List<String> words = new ArrayList<>();
    counts.forEach(
        (impact, count) ->
            words.add((counts.size() == 1 ? "" : count + " ") + ImpactWords.of(impact)));
    return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
  }
}
