package dev.dvl.engine.plan;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.plan.judge.Batches;
import dev.dvl.engine.plan.judge.Decided;
import dev.dvl.engine.plan.judge.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Adds up the sizes that old objects use which are kept beside the new ones. */
final class KeptBesides {
  private KeptBesides() {}

  /** For each host that has such, in the order of their addresses. */
  static List<HeldTwice> of(Decided decided) {
    Map<Address, Batches> sets = new HashMap<>();
    decided.batches().stream()
        .filter(Batches::whole)
        .forEach(set -> set.batches().forEach(it -> it.forEach(one -> sets.put(one, set))));
    TreeMap<Address, List<Change>> byHost = new TreeMap<>();
    for (Decision decision : decided.changes()) {
      Change change = decision.change();
      if (change.action().replaces() && sets.containsKey(change.address())) {
        byHost.computeIfAbsent(change.host(), ignored -> new ArrayList<>()).add(change);
      }
    }
    return byHost.entrySet().stream().map(it -> held(it.getKey(), it.getValue(), sets)).toList();
  }

  private static HeldTwice held(Address host, List<Change> changes, Map<Address, Batches> sets) {
    TreeMap<String, Value> amounts = new TreeMap<>();
    List<Change> running =
        changes.stream().filter(it -> it.action() == Action.REPLACE_START_FIRST).toList();
    running.forEach(
        it -> sizes(it).forEach((what, size) -> amounts.merge(what, size, KeptBesides::sum)));
    int unlimited = (int) running.stream().filter(it -> sizes(it).isEmpty()).count();
    List<String> names =
        changes.stream()
            .map(it -> Objects.requireNonNull(sets.get(it.address())).set().toString())
            .distinct()
            .sorted()
            .toList();
    return new HeldTwice(host, names, changes.size(), running.size(), amounts, unlimited);
  }

  /** What the old object may use of its host, by what the host calls it. */
  private static Map<String, Value> sizes(Change change) {
    Map<String, Value> found = new HashMap<>();
    for (Attribute attribute : change.kind().attributes()) {
      Value used = change.before().orElseThrow().value(attribute.name());
      if (attribute.consumes().isPresent() && used instanceof Value.Quantity) {
        String consumed = attribute.consumes().get();
        found.put(consumed.substring(consumed.indexOf('.') + 1), used);
      }
    }
    return found;
  }

  private static Value sum(Value one, Value other) {
    return one instanceof Value.Quantity(var dimension, long amount)
            && other instanceof Value.Quantity(var ignored, long more)
        ? new Value.Quantity(dimension, Math.addExact(amount, more))
        : one;
  }
}
