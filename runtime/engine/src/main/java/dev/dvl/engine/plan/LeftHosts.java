package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.HostView;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Refuses to leave objects behind on a host that the program no longer has: nobody would look there
 * again. An object that shows itself on another host is not left: its host has a new name.
 */
final class LeftHosts implements PlanStep {
  private static final int NAMED = 5;

  private record Identity(String kind, String id) {}

  @Override
  public void run(Draft draft) {
    Set<Identity> seen = seen(draft);
    LedgerFacts facts = draft.inputs.facts();
    SortedMap<Address, SortedSet<Address>> left = new TreeMap<>();
    facts
        .hosts()
        .forEach(
            (address, host) -> {
              Optional<Identity> object =
                  Optional.ofNullable(facts.made().get(address))
                      .map(ref -> new Identity(ref.kind(), ref.id()));
              if (draft.program.host(host).isEmpty() && object.filter(seen::contains).isEmpty()) {
                left.computeIfAbsent(host, ignored -> new TreeSet<>()).add(address);
              }
            });
    left.forEach((host, resources) -> draft.diagnostics.report(left(host, resources)));
  }

  private static Set<Identity> seen(Draft draft) {
    Set<Identity> seen = new HashSet<>();
    for (HostView view : draft.views.values()) {
      if (view instanceof HostView.Readable(var ignored, var inventory)) {
        inventory.objects().stream()
            .filter(live -> live.standing() == Live.Standing.OURS)
            .forEach(live -> seen.add(new Identity(live.ref().kind(), live.ref().id())));
      }
    }
    return seen;
  }

  private static Diagnostic left(Address host, SortedSet<Address> resources) {
    int count = resources.size();
    String objects = count == 1 ? "1 object" : count + " objects";
    return Diagnostic.without(
            PlanCodes.HOST_LEFT,
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
                + " program without those resources, and then take the block out.");
  }

  private static String named(SortedSet<Address> resources) {
    String some =
        resources.stream().limit(NAMED).map(it -> "`" + it + "`").collect(Collectors.joining(", "));
    int more = resources.size() - NAMED;
    return more > 0 ? some + " and " + more + " more" : some;
  }
}
