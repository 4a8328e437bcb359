package dev.dvl.engine.plan.identity;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.live.Inventory;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.reading.SeenHosts;
import dev.dvl.engine.provider.HostView;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects, over one layer of hosts, which object each resource has and how it came by it. */
final class Owners {
  private final SeenHosts seen;
  private final Identity identity;
  private final Strays strays;
  private final Map<Address, Live> own = new HashMap<>();
  private final Map<Address, Takeover> taken = new HashMap<>();
  private final Map<Address, Address> born = new HashMap<>();
  private final IdentityHashMap<Live, Live> readdressed = new IdentityHashMap<>();

  Owners(SeenHosts seen, Identity identity, Strays strays) {
    this.seen = seen;
    this.identity = identity;
    this.strays = strays;
  }

  /** All that was found, and what was found to stand for nothing. */
  Matched matched() {
    return new Matched(
        readdressed(), own, taken, born, strays.unwanted(), strays.strangers(), strays.notes());
  }

  private SeenHosts readdressed() {
    SortedMap<Address, HostView> views = new TreeMap<>(seen.views());
    views.replaceAll((host, view) -> readdressed(view));
    return new SeenHosts(seen.selected(), views);
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

  /** Gives a resource an object that it has no other for; answers with the other if it has. */
  Optional<Live> first(Address resource, Live live) {
    return Optional.ofNullable(own.putIfAbsent(resource, live));
  }

  /** Notes how a resource comes by the object that it has. */
  void taken(Address resource, Takeover how) {
    taken.put(resource, how);
  }

  /** An object of ours that belongs to {@code instance}, which may have one already. */
  void enter(Address host, Live live, Address before, Identity.Place place, Instance instance) {
    Address address = place.now();
    Live mine = address.equals(before) ? live : moved(live, address);
    Live other = own.get(address);
    if (other == null) {
      take(mine, before, place);
      return;
    }
    if (live.ref().isSame(other.ref()) || strays.goes(host, live.ref())) {
      return; // Some platforms show one object in two ways: by its name, and as what is going.
    }
    if (live.unreadable().isPresent() || other.unreadable().isPresent()) {
      keep(mine, other, before, place);
      return;
    }
    boolean movedHere = !before.equals(born.getOrDefault(address, address));
    if (movedHere && !isOnItsWay(address, live.ref()) && !isOnItsWay(address, other.ref())) {
      strays.conflict(live, other, instance);
      return;
    }
    boolean isMine = isBetter(instance, other, mine);
    if (isMine) {
      take(mine, before, place);
    }
    strays.unwanted(host, isMine ? other : mine, address, Unwanted.Why.SECOND);
  }

  /**
   * Which of two counts is decided when both can be read: until then nothing is done to either, and
   * the one that cannot be read stands for the resource.
   */
  private void keep(Live mine, Live other, Address before, Identity.Place place) {
    boolean isMine = mine.unreadable().isPresent();
    Live silent = isMine ? mine : other;
    Live left = isMine ? other : mine;
    if (isMine) {
      take(mine, before, place);
    }
    strays.note(
        "`%s` may be `%s` or `%s`: both are left alone until `%s` can be read."
            .formatted(place.now(), silent.ref().name(), left.ref().name(), silent.ref().name()));
  }

  private Live moved(Live live, Address address) {
    Live mine = live.at(address);
    readdressed.put(live, mine);
    return mine;
  }

  /** Whether an earlier run was replacing an object, so that it is to go. */
  private boolean isOnItsWay(Address address, Ref ref) {
    return PassingName.is(ref.name())
        || Optional.ofNullable(seen.selected().request().facts().adopted().get(address))
            .filter(ref::isSame)
            .isPresent();
  }

  private void take(Live live, Address before, Identity.Place place) {
    Address address = place.now();
    own.put(address, live);
    taken.remove(address);
    born.remove(address);
    place.from().ifPresent(from -> taken.put(address, new Takeover.Moved(from)));
    if (live.standing() == Live.Standing.FOREIGN && identity.isRewritable(live.ref())) {
      taken.put(address, new Takeover.Adopted(live.ref().name()));
    }
    if (!address.equals(before)) {
      born.put(address, before);
    }
  }

  /** Of two objects that committed for one address, the one under the canonical name counts. */
  private boolean isBetter(Instance instance, Live standing, Live coming) {
    boolean named = seen.platformName(instance).filter(coming.ref().name()::equals).isPresent();
    return named || coming.equals(standing);
  }
}
