package dev.dvl.engine.plan;

import dev.dvl.engine.change.Action;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many changes of each sort a plan has, by the words of {@link Action}, and the unchanged. */
public record Summary(Map<String, Integer> counts) {
  public static Summary of(Plan plan) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Action action : Action.values()) {
      counts.putIfAbsent(action.word(), 0);
    }
    plan.changes().forEach(change -> counts.merge(change.action().word(), 1, Integer::sum));
    counts.put("unchanged", plan.unchanged());
    return new Summary(counts);
  }

  public int of(Action action) {
    return counts.getOrDefault(action.word(), 0);
  }
}
