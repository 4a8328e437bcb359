package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.KeyedSet;
import dev.dvl.compiler.ir.Rollout;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Key;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Puts the elements of one set that change into batches: first those that an earlier run left
 * before they were seen to be good, then the canary, then the others, as many at once as may be.
 *
 * @param unsteady those that an earlier run left so
 * @param needs all that a resource needs; what goes first takes along what it needs
 */
record BatchMaking(
    KeyedSet set,
    Instance.Update update,
    Set<Address> unsteady,
    Function<Address, Set<Address>> needs) {

  /**
   * The batches.
   *
   * @param elements in an order in which what others need comes first
   */
  Batches of(List<Address> elements) {
    List<Address> left = new ArrayList<>(elements);
    List<List<Address>> batches = new ArrayList<>();
    List<Address> unfinished = left.stream().filter(unsteady::contains).toList();
    take(withNeeds(unfinished, left), left, batches);
    take(withNeeds(canary(left, !unfinished.isEmpty()), left), left, batches);
    take(List.copyOf(left), left, batches);
    return new Batches(set, batches, update.goesBackWhole());
  }

  /** Some of those that are left, in as many batches as they need. */
  private void take(List<Address> some, List<Address> left, List<List<Address>> batches) {
    int most = update.rollout().maxParallel().orElse(Math.max(1, some.size()));
    for (int from = 0; from < some.size(); from += most) {
      batches.add(some.subList(from, Math.min(some.size(), from + most)));
    }
    left.removeAll(some);
  }

  private List<Address> withNeeds(List<Address> some, List<Address> left) {
    Set<Address> wanted = new HashSet<>(some);
    some.forEach(it -> wanted.addAll(needs.apply(it)));
    return left.stream().filter(wanted::contains).toList();
  }

  /** Where a rollout is carried on, what went first has been the canary already. */
  private List<Address> canary(List<Address> left, boolean carriedOn) {
    return switch (update.rollout().canary()) {
      case Rollout.Canary.None() -> List.of();
      case Rollout.Canary.Count(int count) ->
          carriedOn ? List.of() : List.copyOf(left.subList(0, Math.min(count, left.size())));
      case Rollout.Canary.Keyed(Set<Key> keys) ->
          left.stream().filter(it -> KeyedSet.key(it).filter(keys::contains).isPresent()).toList();
    };
  }
}
