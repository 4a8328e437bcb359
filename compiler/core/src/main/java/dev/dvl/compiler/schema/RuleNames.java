package dev.dvl.compiler.schema;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that a rule may use.
 *
 * @param members of those names of which the parts are known: blocks and the place
 */
record RuleNames(Set<String> names, Map<String, Set<String>> members) {
  /** A condition of a type: only the value itself. */
  static final RuleNames VALUE = new RuleNames(Set.of("it"), Map.of());

  RuleNames {
    names = Set.copyOf(names);
    members = Map.copyOf(members);
  }

  /** This scope with more names. */
  RuleNames with(String... more) {
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(List.of(more));
    return new RuleNames(all, members);
  }

  /** This scope with more names. */
  RuleNames with(Set<String> more) {
    return with(more.toArray(String[]::new));
  }

  /** This scope with a name whose parts are known. */
  RuleNames with(String name, Set<String> parts) {
    Map<String, Set<String>> all = new HashMap<>(members);
    all.put(name, Set.copyOf(parts));
    return new RuleNames(with(name).names(), all);
  }

  /** The parts of a name, where they are known. */
  Optional<Set<String>> parts(String name) {
    return Optional.ofNullable(members.get(name));
  }
}
