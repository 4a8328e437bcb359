package dev.dvl.engine.plan.reading;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.plan.input.PlanOptions;
import dev.dvl.engine.plan.input.PlanRequest;
import dev.dvl.engine.plan.input.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Picks the resources that the plan is about: all, or targets with what they need. */
public final class Selection {
  static final Code NO_TARGET = Code.error("DVL6018", "nothing is selected");

  private final Map<Address, Instance> instances;

  private Selection(Map<Address, Instance> instances) {
    this.instances = instances;
  }

  /** What a user asks for, of the program; says which of the selectors pick nothing. */
  public static Outcome<Selected> of(PlanRequest request) {
    Map<Address, Instance> instances = request.program().byAddress();
    Selection selection = new Selection(instances);
    PlanOptions options = request.options();
    Map<Address, Instance> picked = new LinkedHashMap<>(instances);
    picked.keySet().retainAll(selection.picked(options));
    Selected selected =
        new Selected(request, instances, picked, HostPlaces.of(request.program(), instances));
    return new Outcome<>(selected, selection.unknown(options));
  }

  private Set<Address> picked(PlanOptions options) {
    Set<Address> picked = new HashSet<>(instances.keySet());
    if (!options.targets().isEmpty()) {
      boolean upwards = !options.destroy();
      picked.retainAll(reach(start(options.targets()), edges(upwards)));
    }
    if (!options.excludes().isEmpty()) {
      boolean upwards = options.destroy();
      picked.removeAll(reach(start(options.excludes()), edges(upwards)));
    }
    return picked;
  }

  private List<Diagnostic> unknown(PlanOptions options) {
    return Stream.concat(options.targets().stream(), options.excludes().stream())
        .filter(selector -> instances.keySet().stream().noneMatch(selector::picks))
        .map(it -> Diagnostic.without(NO_TARGET, "The program has no resource at `" + it + "`."))
        .toList();
  }

  private List<Address> start(List<Selector> selectors) {
    return instances.keySet().stream()
        .filter(address -> selectors.stream().anyMatch(it -> it.picks(address)))
        .toList();
  }

  /** From each resource to those it needs, or to those that need it. */
  private Map<Address, List<Address>> edges(boolean upwards) {
    Map<Address, List<Address>> edges = new HashMap<>();
    for (Instance instance : instances.values()) {
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
