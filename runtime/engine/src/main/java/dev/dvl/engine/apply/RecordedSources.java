package dev.dvl.engine.apply;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.host.LiveSources;
import dev.dvl.engine.ledger.Reached;
import dev.dvl.engine.ledger.Recorded;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What hosts are made by, found through the ledger before anything is planned: the object of each
 * such resource is read on the host where the ledger says it is.
 */
record RecordedSources(Stack stack, Program program, Connections connections, Recorded recorded) {

  /**
   * The objects that a host is made by or reads; empty where one of them is not there any more: its
   * platform says so.
   */
  Optional<LiveSources> of(HostInstance host) throws HostProblem {
    return of(host, Reached.BY_ITSELF);
  }

  /** The objects by which a host was found when something was begun there, as they are now. */
  Optional<LiveSources> of(HostInstance host, Reached then) throws HostProblem {
    Map<Address, Live> found = new HashMap<>();
    Set<Address> sources = then.objects().isEmpty() ? host.sources() : then.objects().keySet();
    for (Address source : sources) {
      Optional<Live> live = live(source, Optional.ofNullable(then.objects().get(source)));
      if (live.isEmpty()) {
        return Optional.empty();
      }
      found.put(source, live.get());
    }
    return Optional.of(new LiveSources(found));
  }

  private Optional<Live> live(Address resource, Optional<Ref> then) throws HostProblem {
    Ref object = then.or(() -> recorded.facts().object(resource)).orElse(null);
    Optional<HostInstance> host =
        Optional.ofNullable(recorded.facts().hosts().get(resource)).flatMap(program::host);
    if (object == null || host.isEmpty()) {
      return Optional.empty();
    }
    Optional<LiveSources> below = of(host.get());
    if (below.isEmpty()) {
      return Optional.empty();
    }
    List<Query.Claim> claims =
        List.of(
            new Query.Claim(resource, object.kind(), object.id()),
            new Query.Claim(resource, object.kind(), object.name()));
    Query query = new Query(stack, claims, List.of(), Query.Scope.CLAIMED);
    return connections
        .reader(host.get(), below.get())
        .read(query, connections.surroundings().cancel())
        .objects()
        .stream()
        .filter(live -> live.ref().isSame(object))
        .findFirst();
  }
}
