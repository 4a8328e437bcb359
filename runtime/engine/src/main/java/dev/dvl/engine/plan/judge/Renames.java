package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.plan.identity.Unwanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Suggests a {@code moved} line where a resource goes and one like it comes at the same place. Says
 * nothing where there is more than one such pair: which is which only the user knows.
 */
record Renames(List<Pair> pairs) {
  /** With more pairs to compare than this, nobody renamed one thing. */
  private static final int MOST_PAIRS = 1000;

  static Renames of(Fates fates, List<Decision> decisions) {
    List<Change> coming =
        decisions.stream()
            .map(Decision::change)
            .filter(change -> change.action() == Action.CREATE)
            .toList();
    List<Unwanted> going =
        Removals.sorted(fates.matched())
            .filter(it -> it.why() == Unwanted.Why.NOT_IN_PROGRAM)
            .toList();
    return (long) coming.size() * going.size() <= MOST_PAIRS
        ? of(fates, coming, going)
        : new Renames(List.of());
  }

  private static Renames of(Fates fates, List<Change> coming, List<Unwanted> going) {
    Map<Address, List<Unwanted>> sources = new HashMap<>();
    Map<Unwanted, Integer> uses = new HashMap<>();
    for (Change change : coming) {
      for (Unwanted object : going) {
        if (alike(fates, change, object)) {
          sources.computeIfAbsent(change.address(), ignored -> new ArrayList<>()).add(object);
          uses.merge(object, 1, Integer::sum);
        }
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (Change change : coming) {
      List<Unwanted> found = sources.getOrDefault(change.address(), List.of());
      if (found.size() == 1 && uses.getOrDefault(found.getFirst(), 0) == 1) {
        pairs.add(new Pair(found.getFirst().address(), change.address()));
      }
    }
    return new Renames(pairs);
  }

  /** What tells a user how objects of old become those of new addresses. */
  List<String> notes() {
    return pairs.stream().map(Pair::suggestion).toList();
  }

  /** What tells a user how to keep the object of an address, where that is evident. */
  Optional<String> suggestion(Address from) {
    return pairs.stream().filter(it -> it.from().equals(from)).map(Pair::suggestion).findFirst();
  }

  /** The resource of one address is to have the object of another. */
  record Pair(Address from, Address to) {
    String suggestion() {
      return "`%s` is what `%s` was. To keep its object, write: moved %s -> %s"
          .formatted(to, from, from, to);
    }
  }

  private static boolean alike(Fates fates, Change change, Unwanted object) {
    Optional<Instance> instance = fates.matched().selected().instance(change.address());
    return instance.isPresent()
        && change.kind().name().equals(object.live().ref().kind())
        && change.host().equals(object.host())
        && new Verdict(Subject.of(fates, instance.get(), Set.of())).fits(object.live());
  }
}
