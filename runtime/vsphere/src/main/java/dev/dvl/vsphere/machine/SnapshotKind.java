package dev.dvl.vsphere.machine;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Live.Standing;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Query;
import dev.dvl.stdlib.KindName;
import dev.dvl.stdlib.SnapshotAttribute;
import dev.dvl.stdlib.SnapshotPart;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.kind.Finds;
import dev.dvl.vsphere.kind.Primitive;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.kind.VSphereKind;
import dev.dvl.vsphere.machine.plan.SnapshotPlan;
import dev.dvl.vsphere.machine.read.Candidates;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.machine.read.Reach;
import dev.dvl.vsphere.machine.read.SnapshotRecord;
import dev.dvl.vsphere.machine.read.Snapshots;
import dev.dvl.vsphere.machine.write.SnapshotCalls;
import dev.dvl.vsphere.need.NeedList;
import dev.dvl.vsphere.need.PlannedCall;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.stamp.Standings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The kind {@code snapshot}: of machines that are ours or that the program names. */
public final class SnapshotKind implements VSphereKind {
  @Override
  public String name() {
    return "snapshot";
  }

  @Override
  public List<Selection> selections() {
    return List.of(new Selection(Machine.TYPE, List.of("snapshot")), Candidates.LITTLE);
  }

  /** Snapshots are read with their machines. */
  @Override
  public Set<Ref> holding(Set<String> ids, Catalog known) {
    return known.all(Machine.TYPE).stream()
        .filter(
            it ->
                Snapshots.of(new Machine(it.found())).stream()
                    .anyMatch(snapshot -> ids.contains(snapshot.ref().id())))
        .map(Entry::ref)
        .collect(Collectors.toSet());
  }

  @Override
  public List<Live> live(Reading reading) {
    List<Live> live = new ArrayList<>();
    for (Entry entry : reading.catalog().all(Machine.TYPE)) {
      Machine machine = new Machine(entry.found());
      for (Snapshots.Snapshot snapshot : Snapshots.of(machine)) {
        Live seen = live(reading, entry, machine, snapshot);
        if (seen.standing() != Standing.FOREIGN || isWanted(reading, seen)) {
          live.add(Reach.silence(machine).map(seen::unreadable).orElse(seen));
        }
      }
    }
    return live;
  }

  private static Live live(
      Reading reading, Entry entry, Machine machine, Snapshots.Snapshot snapshot) {
    SnapshotRecord record = SnapshotRecord.read(snapshot.description());
    Standing standing =
        Standings.of(
            reading.query().stack(),
            record.stamp(),
            record.bearer(),
            Reach.isDark(machine) ? record.bearer().orElse("") : machine.instanceUuid());
    return new Live(
        new dev.dvl.engine.live.Ref("snapshot", snapshot.ref().id(), snapshot.name()),
        standing,
        record.stamp(),
        new TreeMap<>(
            Map.of(
                "vm", Value.text(entry.name()),
                "name", Value.text(snapshot.name()),
                "description", Value.text(record.text()))),
        new TreeMap<>(),
        new TreeMap<>(Map.of("id", Value.text(snapshot.ref().id()))));
  }

  private static boolean isWanted(Reading reading, Live snapshot) {
    Set<String> claimed = reading.claimed(KindName.SNAPSHOT.word());
    return reading.query().scope() == Query.Scope.EVERYTHING
        || claimed.contains(snapshot.ref().name())
        || claimed.contains(snapshot.ref().id());
  }

  /** Snapshots of several machines may have one name. */
  @Override
  public Optional<String> called(Instance wanted, Reading reading) {
    return Optional.empty();
  }

  @Override
  public List<Finding> findings(Instance wanted, Reading reading) {
    return Finds.ifLinked(
        wanted,
        SnapshotAttribute.VM,
        SnapshotPart.of(wanted.values()).vm(),
        it -> reading.names().machine(it.orElseThrow()));
  }

  @Override
  public Planned plan(Change change, HostView view) {
    return SnapshotPlan.of(change);
  }

  @Override
  public void needs(PlannedCall call, NeedList needs) {
    new SnapshotNeeds(call, needs).add();
  }

  @Override
  public Map<String, Primitive<?>> primitives() {
    return SnapshotCalls.all();
  }
}
