package dev.dvl.engine.apply;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.change.Op.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Ops with nothing in them but their role, their change and their needs. */
final class TestOps {
  static final Address HOST = Address.of("h");

  private TestOps() {}

  /** An op {@code CHANGE.name}. */
  static Op op(Role role, String id, Need... needs) {
    return op(role, HOST, id, Set.of(), List.of(needs));
  }

  /** An op is called after the state that it reaches. */
  private static Optional<String> reaches(String id) {
    return Optional.of("started").filter(it -> id.endsWith("." + it));
  }

  static Op op(Role role, Address host, String id, Set<String> locks, List<Need> needs) {
    return new Op(
        id,
        Address.of(id.substring(0, id.indexOf('.'))),
        host,
        new Op.Request("x.y", new TreeMap<>(), locks, true, Duration.ofSeconds(1)),
        new Op.Effect(role, Set.of(), reaches(id), false),
        needs,
        Optional.empty());
  }
}
