package dev.dvl.vsphere.machine;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.stdlib.KindName;
import dev.dvl.stdlib.VmAttribute;
import dev.dvl.stdlib.VmDiskPart;
import dev.dvl.stdlib.VmNicPart;
import dev.dvl.stdlib.VmOriginChanges;
import dev.dvl.stdlib.VmPart;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Primitive;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.library.LibraryItems;
import dev.dvl.vsphere.machine.device.CardNetworks;
import dev.dvl.vsphere.machine.device.Pairing;
import dev.dvl.vsphere.machine.device.Pairs;
import dev.dvl.vsphere.machine.plan.VmPlan;
import dev.dvl.vsphere.machine.read.Addresses;
import dev.dvl.vsphere.machine.read.Candidates;
import dev.dvl.vsphere.machine.read.Look;
import dev.dvl.vsphere.machine.write.MachineCalls;
import dev.dvl.vsphere.session.Libraries;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The kind {@code vm}. */
public final class VmKind implements MachineKind {
  @Override
  public String name() {
    return "vm";
  }

  @Override
  public List<Selection> selections() {
    List<Selection> selections = new ArrayList<>(CardNetworks.SELECTIONS);
    selections.add(Candidates.LITTLE);
    return selections;
  }

  @Override
  public List<Live> live(Reading reading) throws VSphereException, NameProblem {
    Look look = new Look(reading.catalog(), reading.names());
    Candidates candidates = new Candidates(reading, name());
    List<Live> live = new ArrayList<>();
    for (Candidates.Seen seen : candidates.seen()) {
      live.add(
          candidates.told(
              seen.machine(),
              look.machine(
                  seen.machine(),
                  seen.standing(),
                  seen.stamp(),
                  wait(reading, seen.stamp()),
                  pairing(reading, seen))));
    }
    live.addAll(candidates.dark());
    live.forEach(Homes.of(reading)::note);
    return live;
  }

  @Override
  public Optional<String> called(Instance wanted, Reading reading) {
    return VmPart.of(wanted.values()).name().known();
  }

  /** What the program calls the devices of a machine that is not ours, if it claims it. */
  private static Pairing pairing(Reading reading, Candidates.Seen seen) {
    if (seen.standing() != Live.Standing.FOREIGN) {
      return Pairing.NONE;
    }
    Set<String> called = new HashSet<>(Set.of(seen.machine().ref().id()));
    reading.catalog().at(seen.machine().ref()).ifPresent(entry -> called.add(entry.name()));
    return reading.query().claims().stream()
        .filter(
            claim ->
                claim.kind().equals(KindName.VM.word()) && called.contains(claim.platformName()))
        .flatMap(
            claim ->
                reading.query().wanted().stream()
                    .filter(it -> it.address().equals(claim.address())))
        .findFirst()
        .map(it -> Pairs.of(seen.machine(), it))
        .orElse(Pairing.NONE);
  }

  /** What the program says of the address of a machine. */
  private static Addresses wait(Reading reading, Optional<Stamp> stamp) {
    return reading.query().wanted().stream()
        .filter(it -> stamp.filter(birth -> birth.address().equals(it.address())).isPresent())
        .map(it -> Addresses.of(VmPart.of(it.values()).wait_()))
        .findFirst()
        .orElse(Addresses.ANY);
  }

  @Override
  public List<Finding> findings(Instance wanted, Reading reading) throws VSphereException {
    return new VmFindings(wanted, reading).all();
  }

  @Override
  public Map<String, Value> resolved(Instance wanted, Reading reading) throws VSphereException {
    Map<String, Value> resolved = new TreeMap<>(origin(wanted, reading));
    Homes.of(reading)
        .within(wanted, reading.catalog())
        .ifPresent(home -> resolved.put("datastore", Value.text(home)));
    return resolved;
  }

  /** The id and the change of the origin, where the program wants to hear of it. */
  private static Map<String, Value> origin(Instance wanted, Reading reading)
      throws VSphereException {
    VmPart part = VmPart.of(wanted.values());
    if (!part.originChanges().is(VmOriginChanges.REPLACE)) {
      return Map.of();
    }
    Optional<String> item = part.libraryItem().known();
    if (item.isPresent()) {
      return ofItem(item.get(), reading);
    }
    return Origins.of(reading)
        .of(wanted)
        .flatMap(
            it -> it.text("config.changeVersion").map(change -> it.instanceUuid() + " " + change))
        .<Map<String, Value>>map(digest -> Map.of("origin_digest", Value.text(digest)))
        .orElse(Map.of());
  }

  /** A name that leads nowhere is told of elsewhere. */
  private static Map<String, Value> ofItem(String path, Reading reading) throws VSphereException {
    try {
      Libraries.Item item = LibraryItems.of(reading).named(path);
      return Map.of("origin_digest", Value.text(item.id() + " " + item.version()));
    } catch (NameProblem unknown) {
      return Map.of();
    }
  }

  /**
   * An existing file that serves as a disk is kept, whatever else the program says of it; a MAC
   * address is shown in small letters.
   */
  @Override
  public SortedMap<String, Value> canonical(SortedMap<String, Value> wanted) {
    SortedMap<String, Value> shown = new TreeMap<>(wanted);
    shown.computeIfPresent(VmAttribute.DISK.word(), (name, disks) -> each(disks, VmKind::keptFile));
    shown.computeIfPresent(VmAttribute.NIC.word(), (name, cards) -> each(cards, VmKind::plainMac));
    return shown;
  }

  private static Value each(Value labelled, UnaryOperator<Value> form) {
    SortedMap<String, Value> formed = new TreeMap<>(Wanted.of(labelled).values());
    formed.replaceAll((label, device) -> form.apply(device));
    return Value.MapOf.of(formed);
  }

  private static Value plainMac(Value card) {
    Optional<String> mac = VmNicPart.of(card).mac().known();
    if (card instanceof Value.ObjectOf object && mac.isPresent()) {
      SortedMap<String, Value> fields = new TreeMap<>(object.fields());
      fields.put("mac", Value.text(mac.get().toLowerCase(Locale.ROOT)));
      return Value.ObjectOf.of(fields);
    }
    return card;
  }

  private static Value keptFile(Value disk) {
    if (disk instanceof Value.ObjectOf object && VmDiskPart.of(object).file().isSet()) {
      SortedMap<String, Value> fields = new TreeMap<>(object.fields());
      fields.put("keep", Value.of(true));
      return Value.ObjectOf.of(fields);
    }
    return disk;
  }

  @Override
  public List<String> left(Live live) {
    return Look.tellsKey(live)
        ? List.of("Its configuration still tells the private half of its host key, which is wiped.")
        : List.of();
  }

  @Override
  public Planned plan(Change change, HostView view) {
    return VmPlan.of(change);
  }

  @Override
  public Map<String, Primitive<?>> primitives() {
    return MachineCalls.all();
  }
}
