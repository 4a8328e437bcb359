package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.plan.input.PlanOptions;
import dev.dvl.engine.plan.input.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Picks the resources that the plan is about: all, or targets with what they need. */
final class Select implements PlanStep {
  @Override
  public void run(Draft draft) {
    PlanOptions options = draft.inputs.options();
    Set<Address> picked = new HashSet<>(draft.instances.keySet());
    if (!options.targets().isEmpty()) {
      options.targets().forEach(target -> known(draft, target));
      boolean upwards = !options.destroy();
      picked.retainAll(reach(start(draft, options.targets()), edges(draft, upwards)));
    }
    if (!options.excludes().isEmpty()) {
      options.excludes().forEach(target -> known(draft, target));
      boolean upwards = options.destroy();
      picked.removeAll(reach(start(draft, options.excludes()), edges(draft, upwards)));
    }
    draft.instances.forEach(
        (address, instance) -> {
          if (picked.contains(address)) {
            draft.selected.put(address, instance);
          }
        });
  }

  private static void known(Draft draft, Selector selector) {
    if (draft.instances.keySet().stream().noneMatch(selector::picks)) {
      draft.diagnostics.report(
          Diagnostic.without(
              PlanCodes.NO_TARGET, "The program has no resource at `" + selector + "`."));
    }
  }

  private static List<Address> start(Draft draft, List<Selector> selectors) {
    return draft.instances.keySet().stream()
        .filter(address -> selectors.stream().anyMatch(it -> it.picks(address)))
        .toList();
  }

  /** From each resource to those it needs, or to those that need it. */
  private static Map<Address, List<Address>> edges(Draft draft, boolean upwards) {
    Map<Address, List<Address>> edges = new HashMap<>();
    for (Instance instance : draft.instances.values()) {
      for (Instance.Edge edge : instance.edges()) {
        Address from = upwards ? instance.address() : edge.to();
        Address to = upwards ? edge.to() : instance.address();
        edges.computeIfAbsent(from, ignored -> new ArrayList<>()).add(to);
      }
    }
    return edges;
  }

  private static Set<Address> reach(List<Address> start, Map<Address, List<Address>> edges) {
    Set<Address> seen = new HashSet<>(start);
    Deque<Address> open = new ArrayDeque<>(start);
    while (!open.isEmpty()) {
      for (Address next : edges.getOrDefault(open.remove(), List.of())) {
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    return seen;
  }
}
