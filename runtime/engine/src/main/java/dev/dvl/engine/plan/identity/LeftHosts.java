package dev.dvl.engine.plan.identity;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.input.PlanRequest;
import dev.dvl.engine.plan.reading.SeenHosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Refuses to leave objects behind on a host that the program no longer has: nobody would look there
 * again. An object that shows itself on another host is not left: its host has a new name; and what
 * stands on a machine that goes is not left either.
 */
final class LeftHosts {
  private static final int NAMED = 5;

  private final PlanRequest request;
  private final Set<Shown> shown;
  private final Set<Address> leaving;
  private final Set<Address> silent;
  private final List<Abandoned> forgotten = new ArrayList<>();
  private final SortedMap<Address, SortedSet<Address>> left = new TreeMap<>();

  private record Shown(String kind, String id) {}

  private LeftHosts(Matched matched) {
    this.request = matched.request();
    this.shown = shown(matched.seen());
    this.leaving = leaving(matched, false);
    this.silent = leaving(matched, true);
    new TreeMap<>(request.facts().hosts()).forEach(this::enter);
  }

  /**
   * Those that the program lets go of, and those that go with the machine that their host was.
   *
   * @param matched every host of the program
   */
  static Outcome<List<Abandoned>> of(Matched matched) {
    LeftHosts hosts = new LeftHosts(matched);
    return new Outcome<>(
        List.copyOf(hosts.forgotten),
        hosts.left.entrySet().stream().map(it -> left(it.getKey(), it.getValue())).toList());
  }

  private void enter(Address address, Address host) {
    Optional<Ref> object = request.facts().object(address);
    boolean elsewhere =
        object.filter(it -> shown.contains(new Shown(it.kind(), it.id()))).isPresent();
    if (request.program().host(host).isPresent() || elsewhere || silent.contains(host)) {
      return;
    }
    if (leaving.contains(host)) {
      object.ifPresent(it -> forgotten.add(new Abandoned(address, host, it, Optional.of(host))));
    } else if (request.program().forgets(address)) {
      forgotten.add(new Abandoned(address, host, object.orElseThrow(), Optional.empty()));
    } else {
      left.computeIfAbsent(host, ignored -> new TreeSet<>()).add(address);
    }
  }

  /**
   * Machines that the program no longer has: what stood on them goes with them, once they can be
   * read.
   */
  private static Set<Address> leaving(Matched matched, boolean silent) {
    return matched.unwanted().stream()
        .filter(it -> it.why() == Unwanted.Why.NOT_IN_PROGRAM)
        .filter(it -> it.live().unreadable().isPresent() == silent)
        .map(Unwanted::address)
        .collect(Collectors.toSet());
  }

  private static Set<Shown> shown(SeenHosts seen) {
    return seen.readable().values().stream()
        .flatMap(view -> view.live().objects().stream())
        .filter(live -> live.standing() == Live.Standing.OURS)
        .map(live -> new Shown(live.ref().kind(), live.ref().id()))
        .collect(Collectors.toSet());
  }

  private static Diagnostic left(Address host, SortedSet<Address> resources) {
    int count = resources.size();
    String objects = count == 1 ? "1 object" : count + " objects";
    return Diagnostic.without(
            IdentityCodes.HOST_LEFT,
            "The ledger knows "
                + objects
                + " on `"
                + host
                + "`, and the program has no such host: "
                + named(resources)
                + ".")
        .note(
            "Put the block of `"
                + host
                + "` back, remove what is on it with `dvl destroy`, or with `dvl apply` of a"
                + " program without those resources, and then take the block out.")
        .note("What is to stay there unmanaged is let go with: forget " + resources.first());
  }

  private static String named(SortedSet<Address> resources) {
    String some =
        resources.stream().limit(NAMED).map(it -> "`" + it + "`").collect(Collectors.joining(", "));
    int more = resources.size() - NAMED;
    return more > 0 ? some + " and " + more + " more" : some;
  }
}
