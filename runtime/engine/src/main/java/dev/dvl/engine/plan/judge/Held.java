package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.plan.identity.Matched;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says why an object that is to go stays for now: it cannot be read, or one that cannot be read
 * needs it. To remove what nobody can look at would be to remove who knows what.
 */
record Held(Matched matched) {

  /** Full sentences; none where it may go. */
  List<String> reasons(Address address, Live live) {
    return live.unreadable().isPresent()
        ? reasons(live)
        : holder(address)
            .map(it -> List.of("`" + it + "` needs it, and cannot be read now."))
            .orElse(List.of());
  }

  /** The same for an object that stands for no resource. */
  static List<String> reasons(Live live) {
    return live.unreadable()
        .map(why -> List.of(why, "It is to go, and stays until it can be read."))
        .orElse(List.of());
  }

  /** A resource that cannot be read and needs another one, itself or through others. */
  private Optional<Address> holder(Address needed) {
    Set<Address> seen = new HashSet<>();
    return matched.selected().instances().values().stream()
        .map(Instance::address)
        .filter(it -> matched.object(it).flatMap(Live::unreadable).isPresent())
        .filter(it -> needs(it, needed, seen))
        .findFirst();
  }

  private boolean needs(Address from, Address needed, Set<Address> seen) {
    Optional<Instance> instance = matched.selected().instance(from);
    return seen.add(from)
        && instance.isPresent()
        && instance.get().edges().stream()
            .map(Instance.Edge::to)
            .anyMatch(to -> to.equals(needed) || needs(to, needed, seen));
  }
}
