package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.KeyedSet;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.identity.Matched;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out what changes in batches, and what is waited for. */
final class RolloutMaking {
  private final Fates fates;
  private final Matched matched;
  private final Set<Address> unsteady;
  private final List<Decision> decisions;
  private final Map<KeyedSet, List<Change>> members = new LinkedHashMap<>();

  RolloutMaking(Fates fates, List<Decision> decisions) {
    this.fates = fates;
    this.matched = fates.matched();
    this.unsteady =
        matched.request().facts().unsteady().stream()
            .filter(
                it ->
                    matched.selected().instance(it).filter(RolloutMaking::isToBeSteady).isPresent())
            .collect(Collectors.toSet());
    this.decisions = new ArrayList<>(decisions);
  }

  Rollouts all() {
    decisions.stream().map(Decision::change).filter(this::takesPart).forEach(this::enter);
    waiting()
        .forEach(
            decision -> {
              decisions.add(decision);
              enter(decision.change());
            });
    List<Batches> batches =
        members.entrySet().stream()
            .filter(it -> isInBatches(it.getValue().getFirst()))
            .map(it -> batches(it.getKey(), it.getValue()))
            .toList();
    Map<Address, List<String>> reasons = new HashMap<>();
    batches.forEach(
        it ->
            it.batches().forEach(batch -> batch.forEach(one -> reasons.put(one, it.reasons(one)))));
    return new Rollouts(batches, decisions.stream().map(it -> told(it, reasons)).toList());
  }

  private void enter(Change change) {
    KeyedSet.of(change.address())
        .ifPresent(set -> members.computeIfAbsent(set, ignored -> new ArrayList<>()).add(change));
  }

  private boolean takesPart(Change change) {
    return change.after().isPresent() && (takesDown(change) || unsteady.contains(change.address()));
  }

  private static boolean takesDown(Change change) {
    boolean stops = change.impact().compareTo(Impact.RESTART) >= 0;
    return change.before().isPresent() && (change.action().replaces() || stops);
  }

  /** Those that are as they should be, and that nobody has seen to be good yet. */
  private List<Decision> waiting() {
    Set<Address> decided =
        decisions.stream().map(it -> it.change().address()).collect(Collectors.toSet());
    return unsteady.stream()
        .filter(it -> !decided.contains(it))
        .filter(it -> KeyedSet.of(it).filter(members::containsKey).isPresent())
        .sorted()
        .flatMap(it -> waiting(it).stream())
        .toList();
  }

  private Optional<Decision> waiting(Address address) {
    return Optional.ofNullable(matched.selected().picked().get(address))
        .flatMap(it -> matched.object(address).map(live -> WaitingChange.of(fates, it, live)));
  }

  /** Whether it counts only when it has been good for some time. */
  private static boolean isToBeSteady(Instance instance) {
    return update(instance).rollout().hasWindow();
  }

  private static boolean isInBatches(Change change) {
    Instance.Update update = update(change);
    return update.isOfSet() || update.rollout().hasWindow();
  }

  private Batches batches(KeyedSet set, List<Change> changes) {
    List<Address> elements = changes.stream().map(Change::address).distinct().toList();
    return new BatchMaking(set, update(changes.getFirst()), unsteady, this::needs).of(elements);
  }

  private Set<Address> needs(Address resource) {
    Set<Address> found = new HashSet<>();
    Deque<Address> open = new ArrayDeque<>(List.of(resource));
    while (!open.isEmpty()) {
      matched.selected().instance(open.remove()).stream()
          .flatMap(instance -> instance.edges().stream())
          .map(Instance.Edge::to)
          .filter(found::add)
          .forEach(open::add);
    }
    return found;
  }

  private Decision told(Decision decision, Map<Address, List<String>> reasons) {
    Change change = decision.change();
    if (!takesPart(change)) {
      return decision;
    }
    for (String reason : reasons.getOrDefault(change.address(), List.of())) {
      change = change.because(reason);
    }
    if (update(change).rollout().hasWindow()) {
      change = change.awaiting(Op.STEADY);
    }
    return new Decision(decision.id(), change);
  }

  private static Instance.Update update(Change change) {
    return update(change.after().orElseThrow().instance());
  }

  private static Instance.Update update(Instance instance) {
    return instance.common().update();
  }
}
