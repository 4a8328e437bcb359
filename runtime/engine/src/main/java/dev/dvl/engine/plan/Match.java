package dev.dvl.engine.plan;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.live.Inventory;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.plan.Draft.Named;
import dev.dvl.engine.plan.Draft.Unwanted;
import dev.dvl.engine.provider.HostView;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the object of each resource: by its birth record, else by its name where that is enough. A
 * copy is never ours, and what did not commit is only ever removed. From here on the record of an
 * object that has moved says the new address.
 */
final class Match implements PlanStep {
  @Override
  public void run(Draft draft) {
    new Matching(draft).all();
  }

  /** One pass over all that was read. */
  private static final class Matching {
    private final Draft draft;
    private final Identity identity;
    private final Map<Named, Address> names;
    private final Strays strays;
    private final IdentityHashMap<Live, Live> readdressed = new IdentityHashMap<>();

    Matching(Draft draft) {
      this.draft = draft;
      this.identity = new Identity(draft);
      this.names = names(draft);
      this.strays = new Strays(draft, identity);
    }

    void all() {
      draft.views.forEach(
          (host, view) -> {
            if (view instanceof HostView.Readable(var ignored, var live)) {
              live.objects().stream()
                  .sorted(Comparator.comparingInt(this::rank))
                  .forEach(object -> place(host, object));
            }
          });
      draft.views.replaceAll((host, view) -> readdressed(view));
    }

    /** What has a record comes first, then what a line names: a name that is wanted says less. */
    private int rank(Live live) {
      if (live.standing() != Live.Standing.FOREIGN) {
        return 0;
      }
      Ref ref = live.ref();
      boolean named =
          draft.program.adoptions().stream()
              .map(Program.Adoption::platformName)
              .anyMatch(name -> name.equals(ref.name()) || name.equals(ref.id()));
      return named ? 1 : 2;
    }

    private HostView readdressed(HostView view) {
      return view instanceof HostView.Readable(var facts, var live) && !readdressed.isEmpty()
          ? new HostView.Readable(
              facts,
              new Inventory(
                  live.objects().stream().map(it -> readdressed.getOrDefault(it, it)).toList(),
                  live.resolved(),
                  live.findings(),
                  live.names()))
          : view;
    }

    private void place(Address host, Live live) {
      Ref ref = live.ref();
      Named named = new Named(host, ref.kind(), ref.name());
      Optional<Address> claimed =
          Optional.ofNullable(names.get(named))
              .or(() -> Optional.ofNullable(names.get(new Named(host, ref.kind(), ref.id()))));
      switch (live.standing()) {
        case OURS ->
            live.stamp()
                .ifPresentOrElse(
                    stamp -> ours(host, live, stamp.address()), () -> byName(host, live, claimed));
        case UNFINISHED -> {
          Address address =
              live.stamp().map(Stamp::address).or(() -> claimed).orElse(Address.of(ref.kind()));
          draft.unwanted.add(new Unwanted(host, live, address, Unwanted.Why.UNFINISHED));
        }
        case COPY -> {
          strays.stranger(host, live);
          strays.copy(live);
        }
        case OTHER_STACK -> strays.stranger(host, live);
        case FOREIGN -> foreign(host, live, claimed);
      }
    }

    private void foreign(Address host, Live live, Optional<Address> claimed) {
      Optional<Address> adopter = draft.inputs.facts().adopter(live.ref());
      Optional<Program.Adoption> line = claimed.flatMap(draft.program::adoption);
      if (adopter.isPresent()) {
        ours(host, live, adopter.get());
      } else if (line.isPresent() && identity.isRecorded(live.ref().kind())) {
        adopt(host, live, line.get());
      } else {
        strays.stranger(host, live);
      }
    }

    private void adopt(Address host, Live live, Program.Adoption line) {
      Live other = draft.own.putIfAbsent(line.address(), live);
      if (other == null) {
        draft.taken.put(line.address(), new Takeover.Adopted(live.ref().name()));
        return;
      }
      boolean unsure =
          other.standing() == Live.Standing.FOREIGN
              && other.ref().name().equals(line.platformName())
              && live.ref().name().equals(line.platformName());
      if (unsure) {
        strays.unsure(line, other, live);
      }
      strays.stranger(host, live);
    }

    private void ours(Address host, Live live, Address born) {
      Identity.Place place = identity.place(live, born);
      Address address = place.now();
      Instance instance = draft.instances.get(address);
      if (instance == null) {
        strays.orphan(host, live, address);
        return;
      }
      if (!instance.kind().equals(live.ref().kind())
          || !draft.host(address).address().equals(host)) {
        if (address.equals(born)) {
          draft.unwanted.add(new Unwanted(host, live, address, Unwanted.Why.NOT_IN_PROGRAM));
        } else {
          strays.misplaced(host, live, born, instance);
        }
        return;
      }
      enter(host, live, born, place, instance);
    }

    private void enter(
        Address host, Live live, Address born, Identity.Place place, Instance instance) {
      Address address = place.now();
      Live other = draft.own.get(address);
      Live mine = live;
      if (!address.equals(born)) {
        mine = live.at(address);
        readdressed.put(live, mine);
      }
      if (other == null) {
        take(mine, born, place);
        return;
      }
      if (isKnown(live.ref(), other.ref())) {
        return;
      }
      boolean moved = !born.equals(draft.born.getOrDefault(address, address));
      if (moved && !isOnItsWay(address, live.ref()) && !isOnItsWay(address, other.ref())) {
        strays.conflict(live, other, instance);
        return;
      }
      Live kept = better(instance, other, mine);
      boolean isMine = kept.equals(mine);
      Live left = isMine ? other : mine;
      if (isMine) {
        take(mine, born, place);
      }
      draft.unwanted.add(new Unwanted(host, left, address, Unwanted.Why.SECOND));
    }

    /** Some platforms show one object in two ways: by its name, and as what is on its way out. */
    private boolean isKnown(Ref ref, Ref own) {
      return ref.isSame(own) || draft.unwanted.stream().anyMatch(it -> it.live().ref().isSame(ref));
    }

    /** Whether an earlier run was replacing an object, so that it is to go. */
    private boolean isOnItsWay(Address address, Ref ref) {
      return PassingName.is(ref.name())
          || Optional.ofNullable(draft.inputs.facts().adopted().get(address))
              .filter(ref::isSame)
              .isPresent();
    }

    private void take(Live live, Address born, Identity.Place place) {
      Address address = place.now();
      draft.own.put(address, live);
      draft.taken.remove(address);
      draft.born.remove(address);
      place.from().ifPresent(from -> draft.taken.put(address, new Takeover.Moved(from)));
      if (live.standing() == Live.Standing.FOREIGN && identity.isRewritable(live.ref())) {
        draft.taken.put(address, new Takeover.Adopted(live.ref().name()));
      }
      if (!address.equals(born)) {
        draft.born.put(address, born);
      }
    }

    /** Of two objects that committed for one address, the one under the canonical name. */
    private Live better(Instance instance, Live standing, Live coming) {
      Optional<String> name = draft.platformName(instance);
      return name.filter(coming.ref().name()::equals).isPresent() ? coming : standing;
    }

    /** Ours by name alone: wanted, or made by this stack as its ledger tells, or left alone. */
    private void byName(Address host, Live live, Optional<Address> claimed) {
      if (claimed.isPresent()) {
        if (draft.own.putIfAbsent(claimed.get(), live) == null) {
          identity
              .noted(live.ref(), claimed.get())
              .ifPresent(from -> draft.taken.put(claimed.get(), new Takeover.Moved(from)));
        }
        return;
      }
      draft
          .inputs
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
      if (draft.inputs.options().destroy() && draft.instances.containsKey(address)) {
        draft.own.putIfAbsent(address, live);
      } else {
        strays.orphan(host, live, address);
      }
    }

    private static Map<Named, Address> names(Draft draft) {
      Map<Named, Address> names = new HashMap<>();
      for (Instance instance : draft.instances.values()) {
        Address host = draft.host(instance.address()).address();
        draft
            .platformName(instance)
            .ifPresent(
                name -> names.put(new Named(host, instance.kind(), name), instance.address()));
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
  }
}
