package dev.dvl.engine.plan.order;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who takes what others give up, who take what others give up, and so on. */
final class Chains {
  private final Map<OpGroup, Set<OpGroup>> givers = new HashMap<>();
  private final Set<OpGroup> giving = new HashSet<>();

  Chains(List<Pair> pairs) {
    for (Pair pair : pairs) {
      givers.computeIfAbsent(pair.taker(), ignored -> new LinkedHashSet<>()).add(pair.giver());
      giving.add(pair.giver());
    }
  }

  /** Whether another takes what a change gives up. */
  boolean gives(OpGroup group) {
    return giving.contains(group);
  }

  /** The others with which a change goes around in a circle. */
  List<OpGroup> circle(OpGroup group) {
    return before(group).stream()
        .filter(other -> other != group && before(other).contains(group))
        .toList();
  }

  private Set<OpGroup> before(OpGroup group) {
    Set<OpGroup> found = new LinkedHashSet<>();
    Deque<OpGroup> untold = new ArrayDeque<>(List.of(group));
    while (!untold.isEmpty()) {
      for (OpGroup giver : givers.getOrDefault(untold.remove(), Set.of())) {
        if (found.add(giver)) {
          untold.add(giver);
        }
      }
    }
    return found;
  }
}
