package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.input.LedgerFacts;
import dev.dvl.engine.provider.HostView;
import java.util.HashSet;
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
 * again. An object that shows itself on another host is not left: its host has a new name.
 */
final class LeftHosts implements PlanStep {
  private static final int NAMED = 5;

  private record Shown(String kind, String id) {}

  @Override
  public void run(Draft draft) {
    Set<Shown> seen = seen(draft);
    LedgerFacts facts = draft.inputs.facts();
    SortedMap<Address, SortedSet<Address>> left = new TreeMap<>();
    facts
        .hosts()
        .forEach(
            (address, host) -> {
              Optional<Shown> object =
                  facts.object(address).map(ref -> new Shown(ref.kind(), ref.id()));
              if (draft.program.host(host).isEmpty() && object.filter(seen::contains).isEmpty()) {
                if (draft.program.forgets(address)) {
                  forget(draft, address, host);
                  return;
                }
                left.computeIfAbsent(host, ignored -> new TreeSet<>()).add(address);
              }
            });
    left.forEach((host, resources) -> draft.diagnostics.report(left(host, resources)));
  }

  /** There is no calling on a host that the program lacks: only the ledger lets go. */
  private static void forget(Draft draft, Address address, Address host) {
    Ref ref = draft.inputs.facts().object(address).orElseThrow();
    Optional<KindSchema> kind = draft.kinds.find(ref.kind());
    if (kind.isPresent()) {
      Live unread =
          new Live(
              ref,
              Live.Standing.FOREIGN,
              Optional.empty(),
              new TreeMap<>(),
              new TreeMap<>(),
              new TreeMap<>());
      draft.decided.add(
          new Draft.Decided(
              draft.inputs.ids().get(),
              new Change(
                  address,
                  kind.get(),
                  Action.FORGET,
                  host,
                  Optional.of(unread),
                  Optional.empty(),
                  List.of(),
                  Impact.NONE,
                  List.of("Its host is not in the program: the ledger alone lets go of it."))));
    }
  }

  private static Set<Shown> seen(Draft draft) {
    Set<Shown> seen = new HashSet<>();
    for (HostView view : draft.views.values()) {
      if (view instanceof HostView.Readable(var ignored, var inventory)) {
        inventory.objects().stream()
            .filter(live -> live.standing() == Live.Standing.OURS)
            .forEach(live -> seen.add(new Shown(live.ref().kind(), live.ref().id())));
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
