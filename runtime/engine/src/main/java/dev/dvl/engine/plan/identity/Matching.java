package dev.dvl.engine.plan.identity;

import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.plan.reading.SeenHosts;
import dev.dvl.engine.plan.reading.Selected;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the object of each resource on the hosts of one layer: by its birth record, else by its
 * name where that is enough. A copy is never ours, and what did not commit is only ever removed.
 * From here on the record of an object that has moved says the new address.
 */
final class Matching {
  private final Selected selected;
  private final Identity identity;
  private final Map<ObjectName, Address> names;
  private final Strays strays;
  private final Owners owners;

  private Matching(SeenHosts seen) {
    this.selected = seen.selected();
    this.identity = new Identity(selected);
    this.names = names(seen);
    this.strays = new Strays(selected, identity);
    this.owners = new Owners(seen, identity, strays);
  }

  static Outcome<Matched> of(SeenHosts seen) {
    Matching matching = new Matching(seen);
    seen.readable()
        .forEach(
            (host, view) ->
                view.live().objects().stream()
                    .sorted(Comparator.comparingInt(matching::rank))
                    .forEach(object -> matching.place(host, object)));
    return new Outcome<>(matching.owners.matched(), matching.strays.diagnostics());
  }

  /**
   * What has a record comes first, then what a line names: a name that is wanted says less, and one
   * that may be another's least.
   */
  private int rank(Live live) {
    boolean half = live.standing() == Live.Standing.UNFINISHED && live.unreadable().isPresent();
    if (live.standing() == Live.Standing.UNKNOWN || half) {
      return 3;
    }
    if (live.standing() != Live.Standing.FOREIGN) {
      return 0;
    }
    Ref ref = live.ref();
    boolean named =
        selected.program().adoptions().stream()
            .map(Program.Adoption::platformName)
            .anyMatch(name -> name.equals(ref.name()) || name.equals(ref.id()));
    return named ? 1 : 2;
  }

  private void place(Address host, Live live) {
    switch (live.standing()) {
      case OURS ->
          live.stamp()
              .ifPresentOrElse(
                  stamp -> ours(host, live, stamp.address()),
                  () -> byName(host, live, claimed(host, live.ref())));
      case UNFINISHED -> unfinished(host, live);
      case COPY -> {
        strays.stranger(host, live);
        strays.copy(live);
      }
      case OTHER_STACK -> strays.stranger(host, live);
      case FOREIGN -> foreign(host, live, claimed(host, live.ref()));
      case UNKNOWN -> unknown(host, live, claimed(host, live.ref()));
    }
  }

  /** It goes; while it cannot be read nobody knows how far it got, and none is made beside it. */
  private void unfinished(Address host, Live live) {
    Ref ref = live.ref();
    Address address =
        live.stamp()
            .map(Stamp::address)
            .or(() -> claimed(host, ref))
            .orElse(Address.of(ref.kind()));
    boolean stands =
        live.unreadable().isPresent()
            && selected.instances().containsKey(address)
            && owners.first(address, live).isEmpty();
    if (!stands) {
      strays.unwanted(host, live, address, Unwanted.Why.UNFINISHED);
    }
  }

  /**
   * Its record cannot be read. What the ledger knows is ours; what is called as a resource is to be
   * may be its object, so that the name is not free.
   */
  private void unknown(Address host, Live live, Optional<Address> claimed) {
    Optional<Address> known = selected.request().facts().known(live.ref()).findFirst();
    if (known.isPresent()) {
      ours(host, live, known.get());
      return;
    }
    claimed.ifPresent(address -> owners.first(address, live));
    strays.stranger(host, live);
  }

  /** The resource that is to have an object of such a name, else of such an id. */
  private Optional<Address> claimed(Address host, Ref ref) {
    return Optional.ofNullable(names.get(new ObjectName(host, ref.kind(), ref.name())))
        .or(() -> Optional.ofNullable(names.get(new ObjectName(host, ref.kind(), ref.id()))));
  }

  private void foreign(Address host, Live live, Optional<Address> claimed) {
    Optional<Address> adopter = selected.request().facts().adopter(live.ref());
    Optional<Program.Adoption> line = claimed.flatMap(selected.program()::adoption);
    if (adopter.isPresent()) {
      ours(host, live, adopter.get());
    } else if (line.isPresent() && identity.isRecorded(live.ref().kind())) {
      adopt(host, live, line.get());
    } else {
      strays.stranger(host, live);
    }
  }

  private void adopt(Address host, Live live, Program.Adoption line) {
    Optional<Live> other = owners.first(line.address(), live);
    if (other.isEmpty()) {
      owners.taken(line.address(), new Takeover.Adopted(live.ref().name()));
      return;
    }
    boolean unsure =
        other.get().standing() == Live.Standing.FOREIGN
            && other.get().ref().name().equals(line.platformName())
            && live.ref().name().equals(line.platformName());
    if (unsure) {
      strays.unsure(line, other.get(), live);
    }
    strays.stranger(host, live);
  }

  private void ours(Address host, Live live, Address born) {
    Identity.Place place = identity.place(live, born);
    place.note().ifPresent(strays::note);
    Address address = place.now();
    Instance instance = selected.instances().get(address);
    if (instance == null) {
      strays.orphan(host, live, address);
    } else if (instance.kind().equals(live.ref().kind()) && selected.host(address).equals(host)) {
      owners.enter(host, live, born, place, instance);
    } else if (address.equals(born)) {
      strays.unwanted(host, live, address, Unwanted.Why.NOT_IN_PROGRAM);
    } else {
      strays.misplaced(host, live, born, instance);
    }
  }

  /** Ours by name alone: wanted, or made by this stack as its ledger tells, or left alone. */
  private void byName(Address host, Live live, Optional<Address> claimed) {
    if (claimed.isPresent()) {
      if (owners.first(claimed.get(), live).isEmpty()) {
        identity
            .noted(live.ref(), claimed.get())
            .ifPresent(from -> owners.taken(claimed.get(), new Takeover.Moved(from)));
      }
      return;
    }
    selected
        .request()
        .facts()
        .made()
        .forEach(
            (address, ref) -> {
              if (ref.isSame(live.ref())) {
                made(host, live, address);
              }
            });
  }

  /** When all is to go, nobody says what resources are called. */
  private void made(Address host, Live live, Address address) {
    if (selected.request().options().destroy() && selected.instances().containsKey(address)) {
      owners.first(address, live);
    } else {
      strays.orphan(host, live, address);
    }
  }

  private static Map<ObjectName, Address> names(SeenHosts seen) {
    Selected selected = seen.selected();
    Map<ObjectName, Address> names = new HashMap<>();
    for (Instance instance : selected.instances().values()) {
      Address host = selected.host(instance.address());
      seen.platformName(instance)
          .ifPresent(
              name -> names.put(new ObjectName(host, instance.kind(), name), instance.address()));
    }
    for (Program.Adoption adoption : selected.program().adoptions()) {
      Instance instance = selected.instances().get(adoption.address());
      if (instance != null) {
        Address host = selected.host(adoption.address());
        String name = adoption.platformName();
        names.put(new ObjectName(host, instance.kind(), name), adoption.address());
      }
    }
    return names;
  }
}
