package dev.dvl.engine.plan;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.plan.identity.Unwanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Suggests a {@code moved} line where a resource goes and one like it comes at the same place. Says
 * nothing where there is more than one such pair: which is which only the user knows.
 */
final class Renamed implements PlanStep {
  /** With more pairs to compare than this, nobody renamed one thing. */
  private static final int MOST_PAIRS = 1000;

  @Override
  public void run(Draft draft) {
    List<Change> coming =
        draft.decided.stream()
            .map(Draft.Decided::change)
            .filter(change -> change.action() == Action.CREATE)
            .toList();
    List<Unwanted> going =
        draft.unwanted.stream().filter(it -> it.why() == Unwanted.Why.NOT_IN_PROGRAM).toList();
    if ((long) coming.size() * going.size() <= MOST_PAIRS) {
      suggest(draft, coming, going);
    }
  }

  private static void suggest(Draft draft, List<Change> coming, List<Unwanted> going) {
    Map<Address, List<Unwanted>> sources = new HashMap<>();
    Map<Unwanted, Integer> uses = new HashMap<>();
    for (Change change : coming) {
      for (Unwanted object : going) {
        if (alike(draft, change, object)) {
          sources.computeIfAbsent(change.address(), ignored -> new ArrayList<>()).add(object);
          uses.merge(object, 1, Integer::sum);
        }
      }
    }
    for (Change change : coming) {
      List<Unwanted> found = sources.getOrDefault(change.address(), List.of());
      if (found.size() == 1 && uses.getOrDefault(found.getFirst(), 0) == 1) {
        Address from = found.getFirst().address();
        draft.renamed.put(from, change.address());
        draft.notes.add(suggestion(from, change.address()));
      }
    }
  }

  /** What tells a user how the object of {@code from} becomes that of {@code to}. */
  static String suggestion(Address from, Address to) {
    return "`%s` is what `%s` was. To keep its object, write: moved %s -> %s"
        .formatted(to, from, from, to);
  }

  private static boolean alike(Draft draft, Change change, Unwanted object) {
    Instance instance = draft.instances.get(change.address());
    return instance != null
        && change.kind().name().equals(object.live().ref().kind())
        && change.host().equals(object.host())
        && new Verdict(
                draft,
                instance,
                change.kind(),
                change.host(),
                Decide.resolved(draft, change.host(), change.address()))
            .fits(object.live());
  }
}
