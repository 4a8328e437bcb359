package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Address;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The states of resources that others come after. */
record AwaitedStates(Map<Address, Set<String>> states) {

  static AwaitedStates of(Program program) {
    Map<Address, Set<String>> found = new HashMap<>();
    for (Instance instance : program.instances()) {
      for (Instance.Edge edge : instance.edges()) {
        if (edge instanceof Instance.Edge.After(Address to, var state, var ignored)) {
          state.ifPresent(it -> found.computeIfAbsent(to, none -> new HashSet<>()).add(it));
        }
      }
    }
    return new AwaitedStates(found);
  }

  Set<String> of(Address resource) {
    return states.getOrDefault(resource, Set.of());
  }
}
