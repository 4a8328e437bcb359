package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.plan.Draft.Named;
import dev.dvl.engine.plan.Draft.Unwanted;
import dev.dvl.engine.provider.HostView;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the object of each resource: by its birth record, else by its name where that is enough. A
 * copy is never ours, and what did not commit is only ever removed.
 */
final class Match implements PlanStep {
  @Override
  public void run(Draft draft) {
    Map<Address, Address> moves = new HashMap<>();
    for (Program.Move move : draft.program.moves()) {
      moves.put(move.from(), move.to());
    }
    Map<Named, Address> names = names(draft);
    draft.views.forEach(
        (host, view) -> {
          if (view instanceof HostView.Readable(var ignored, var live)) {
            live.objects().forEach(object -> place(draft, host, object, moves, names));
          }
        });
  }

  private static Map<Named, Address> names(Draft draft) {
    Map<Named, Address> names = new HashMap<>();
    for (Instance instance : draft.instances.values()) {
      Address host = draft.host(instance.address()).address();
      draft
          .platformName(instance)
          .ifPresent(name -> names.put(new Named(host, instance.kind(), name), instance.address()));
    }
    for (Program.Adoption adoption : draft.program.adoptions()) {
      Instance instance = draft.instances.get(adoption.address());
      if (instance != null) {
        Address host = draft.host(adoption.address()).address();
        names.put(new Named(host, instance.kind(), adoption.platformName()), adoption.address());
      }
    }
    return names;
  }

  private static void place(
      Draft draft,
      Address host,
      Live live,
      Map<Address, Address> moves,
      Map<Named, Address> names) {
    Ref ref = live.ref();
    Named named = new Named(host, ref.kind(), ref.name());
    Optional<Address> claimed =
        Optional.ofNullable(names.get(named))
            .or(() -> Optional.ofNullable(names.get(new Named(host, ref.kind(), ref.id()))));
    switch (live.standing()) {
      case OURS -> {
        if (live.stamp().isPresent()) {
          Address born = live.stamp().get().address();
          Address moved = moves.getOrDefault(born, born);
          ours(draft, host, live, draft.instances.containsKey(moved) ? moved : born);
        } else {
          byName(draft, host, live, claimed);
        }
      }
      case UNFINISHED -> {
        Address address =
            live.stamp().map(Stamp::address).or(() -> claimed).orElse(Address.of(ref.kind()));
        draft.unwanted.add(new Unwanted(host, live, address, Unwanted.Why.UNFINISHED));
      }
      case COPY -> {
        stranger(draft, host, live);
        copy(draft, live);
      }
      case OTHER_STACK -> stranger(draft, host, live);
      case FOREIGN -> foreign(draft, live, named, claimed);
    }
  }

  private static void foreign(Draft draft, Live live, Named named, Optional<Address> claimed) {
    boolean adopted =
        draft.program.adoptions().stream()
            .anyMatch(
                it ->
                    claimed.filter(it.address()::equals).isPresent()
                        && it.platformName().equals(named.name()));
    if (adopted) {
      draft.own.putIfAbsent(claimed.orElseThrow(), live);
    } else {
      stranger(draft, named.host(), live);
    }
  }

  private static void stranger(Draft draft, Address host, Live live) {
    Ref ref = live.ref();
    draft.strangers.put(new Named(host, ref.kind(), ref.id()), live);
    draft.strangers.put(new Named(host, ref.kind(), ref.name()), live);
  }

  private static void ours(Draft draft, Address host, Live live, Address address) {
    Instance instance = draft.instances.get(address);
    if (instance == null
        || !instance.kind().equals(live.ref().kind())
        || !draft.host(address).address().equals(host)) {
      draft.unwanted.add(new Unwanted(host, live, address, Unwanted.Why.NOT_IN_PROGRAM));
      return;
    }
    Live other = draft.own.get(address);
    if (other == null) {
      draft.own.put(address, live);
    } else {
      Live kept = better(draft, instance, other, live);
      draft.own.put(address, kept);
      Live left = kept.equals(live) ? other : live;
      draft.unwanted.add(new Unwanted(host, left, address, Unwanted.Why.SECOND));
    }
  }

  /** Of two objects that committed for one address, the one under the canonical name. */
  private static Live better(Draft draft, Instance instance, Live one, Live other) {
    Optional<String> name = draft.platformName(instance);
    return name.filter(other.ref().name()::equals).isPresent() ? other : one;
  }

  /** Ours by name alone: wanted, or made by this stack as its ledger tells, or left alone. */
  private static void byName(Draft draft, Address host, Live live, Optional<Address> claimed) {
    if (claimed.isPresent()) {
      draft.own.putIfAbsent(claimed.get(), live);
      return;
    }
    draft
        .inputs
        .facts()
        .made()
        .forEach(
            (address, ref) -> {
              if (ref.kind().equals(live.ref().kind()) && ref.id().equals(live.ref().id())) {
                made(draft, host, live, address);
              }
            });
  }

  /** When all is to go, nobody says what resources are called. */
  private static void made(Draft draft, Address host, Live live, Address address) {
    if (draft.inputs.options().destroy() && draft.instances.containsKey(address)) {
      draft.own.putIfAbsent(address, live);
    } else {
      draft.unwanted.add(new Unwanted(host, live, address, Unwanted.Why.NOT_IN_PROGRAM));
    }
  }

  private static void copy(Draft draft, Live live) {
    String of = live.stamp().map(stamp -> " of `" + stamp.address() + "`").orElse("");
    draft.diagnostics.report(
        Diagnostic.without(
            PlanCodes.COPY,
            "The "
                + live.ref().kind()
                + " `"
                + live.ref().name()
                + "` carries the birth record"
                + of
                + " and is a copy. It is left alone."));
  }
}
