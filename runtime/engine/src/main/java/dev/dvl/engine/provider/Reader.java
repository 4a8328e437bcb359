package dev.dvl.engine.provider;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Facts;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Inventory;
import dev.dvl.engine.live.Ref;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** All that planning gets of a host: nothing here changes the platform. Safe for many threads. */
public interface Reader extends AutoCloseable {

  /** What the host is: version, defaults, limits. */
  Facts facts();

  /**
   * Reads objects of all kinds at once, in a number of calls that does not depend on how many there
   * are, but for one inspect per own object where the platform has no bulk read.
   */
  Inventory read(Query query, Cancel cancel) throws HostProblem;

  /** Tells of events on some objects until closed; drift and waits share it. */
  AutoCloseable watch(Set<Ref> refs, Consumer<Event> sink) throws HostProblem;

  /**
   * Who last changed objects, as far as the platform remembers, in a number of calls that does not
   * depend on how many there are. Some of them may be gone. What cannot be told is left out.
   *
   * @param since by the clock of this machine; what happened before does not count. Empty where
   *     nobody knows when dvl was last at work: then what may have been dvl does not count
   */
  default Map<Ref, LastChange> lastChanges(Collection<Ref> objects, Optional<Instant> since) {
    return Map.of();
  }

  /**
   * What the platform tells beforehand about ops that it will refuse, in a number of calls that
   * does not depend on how many there are. Asked while planning; what cannot be told is left out.
   *
   * @param objects what stands for resources now
   */
  default List<Finding> foreseen(List<Op> ops, Map<Address, Ref> objects) {
    return List.of();
  }

  /** What people do by hand with what runs there; empty where nothing runs. */
  default Optional<Access> access() {
    return Optional.empty();
  }

  /** The side that changes the platform. Only apply calls it. */
  Writer writer();

  @Override
  void close();
}
