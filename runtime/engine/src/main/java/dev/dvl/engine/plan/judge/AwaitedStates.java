package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Term;
import dev.dvl.engine.plan.reading.Selected;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The states of resources that others come after: because they say so, because they read what is
 * told from that state on, or because they stand on a host that is there then.
 */
record AwaitedStates(Map<Address, Set<String>> states) {

  static AwaitedStates of(Selected selected) {
    AwaitedStates found = new AwaitedStates(new HashMap<>());
    for (Instance instance : selected.instances().values()) {
      instance.edges().forEach(found::after);
      instance
          .values()
          .values()
          .forEach(value -> value.forEachTerm(leaf -> found.read(leaf, selected)));
      found.host(selected.hostOf(instance.address()), selected);
    }
    return found;
  }

  private void after(Instance.Edge edge) {
    if (edge instanceof Instance.Edge.After(Address to, var state, var ignored)) {
      state.ifPresent(it -> await(to, it));
    }
  }

  private void read(Term leaf, Selected selected) {
    if (leaf instanceof Term.Read(Address to, var path)) {
      selected
          .instance(to)
          .flatMap(it -> selected.kind(it).output(path.attribute()))
          .flatMap(KindSchema.Output::since)
          .ifPresent(state -> await(to, state));
    }
  }

  private void host(HostInstance host, Selected selected) {
    host.values().values().forEach(value -> value.forEachTerm(leaf -> read(leaf, selected)));
    host.by()
        .flatMap(selected::instance)
        .ifPresent(
            machine ->
                selected.kind(machine).provides().stream()
                    .flatMap(offer -> offer.host().stream())
                    .forEach(offered -> await(machine.address(), offered.after())));
  }

  private void await(Address resource, String state) {
    states.computeIfAbsent(resource, ignored -> new HashSet<>()).add(state);
  }

  Set<String> of(Address resource) {
    return states.getOrDefault(resource, Set.of());
  }
}
