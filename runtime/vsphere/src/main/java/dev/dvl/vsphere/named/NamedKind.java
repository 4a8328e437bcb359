package dev.dvl.vsphere.named;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Live.Standing;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Query;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Primitive;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.kind.VSphereKind;
import dev.dvl.vsphere.need.NeedList;
import dev.dvl.vsphere.need.PlannedCall;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A kind of named objects. One that the ledger knows to be made by dvl gets a birth record from
 * there, and is compared as a whole; any other that the program claims only in what the program
 * sets, and is never removed.
 */
public record NamedKind(NamedType type) implements VSphereKind {
  @Override
  public String name() {
    return type.kind();
  }

  @Override
  public List<Selection> selections() {
    return type.selections();
  }

  @Override
  public List<Live> live(Reading reading) throws VSphereException, NameProblem {
    Set<String> keys = reading.claimed(name());
    if (keys.isEmpty()) {
      return List.of();
    }
    Map<String, List<Query.Claim>> claims = claims(reading);
    List<Live> found = new ArrayList<>();
    for (NamedObject seen : seen(reading, keys)) {
      if (keys.contains(seen.ref().id())) {
        found.add(live(reading, seen, claims.getOrDefault(seen.ref().id(), List.of())));
      }
    }
    return found;
  }

  private List<NamedObject> seen(Reading reading, Set<String> keys)
      throws VSphereException, NameProblem {
    try {
      return type.seen(reading.site(), reading.names(), keys);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a vSphere server was read", stopped);
    }
  }

  private static Map<String, List<Query.Claim>> claims(Reading reading) {
    Map<String, List<Query.Claim>> claims = new HashMap<>();
    for (Query.Claim claim : reading.query().claims()) {
      claims.computeIfAbsent(claim.platformName(), ignored -> new ArrayList<>()).add(claim);
    }
    return claims;
  }

  private Live live(Reading reading, NamedObject seen, List<Query.Claim> claims) {
    Optional<Stamp> stamp =
        claims.stream()
            .filter(it -> it.kind().equals(name()))
            .findFirst()
            .map(it -> stamp(reading, seen, it.address()));
    Live live =
        new Live(
            seen.ref(),
            Standing.OURS,
            stamp,
            new TreeMap<>(seen.values()),
            new TreeMap<>(),
            new TreeMap<>(seen.outputs()));
    return seen.unreadable().map(live::unreadable).orElse(live);
  }

  private Stamp stamp(Reading reading, NamedObject seen, Address address) {
    Map<String, String> prints = new HashMap<>();
    reading.query().claims().stream()
        .filter(it -> it.kind().equals(name()) && it.address().equals(address))
        .forEach(it -> prints.putAll(type.prints(seen, it.platformName())));
    return Stamp.remembered(reading.query().stack(), address, name(), prints);
  }

  @Override
  public Optional<String> called(Instance wanted, Reading reading) throws NameProblem {
    return type.key(wanted.values(), reading.names());
  }

  @Override
  public List<Finding> findings(Instance wanted, Reading reading) {
    return type.findings(wanted, reading);
  }

  @Override
  public Map<String, Value> resolved(Instance wanted, Reading reading) {
    return type.resolved(wanted, reading);
  }

  @Override
  public SortedMap<String, Value> canonical(SortedMap<String, Value> wanted) {
    return type.canonical(wanted);
  }

  @Override
  public Planned plan(Change change, HostView view) {
    return new NamedPlan(type, change, view).planned();
  }

  @Override
  public void needs(PlannedCall call, NeedList needs) {
    if (call.name().equals(NamedCalls.put(type))) {
      SortedMap<String, Value> want = call.read(NamedArguments.Put.class).want().fields();
      needs.on(names -> type.place(names, want), type.right());
    }
  }

  @Override
  public Map<String, Primitive<?>> primitives() {
    return new NamedCalls(type).all();
  }
}
