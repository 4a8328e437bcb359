package dev.dvl.vsphere.marked;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Live.Standing;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Query;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Finds;
import dev.dvl.vsphere.kind.Primitive;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.kind.Unreadable;
import dev.dvl.vsphere.kind.VSphereKind;
import dev.dvl.vsphere.need.NeedList;
import dev.dvl.vsphere.need.PlannedCall;
import dev.dvl.vsphere.session.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A kind of marked objects. */
public record MarkedKind(MarkedType type) implements VSphereKind {
  @Override
  public String name() {
    return type.kind();
  }

  @Override
  public Optional<String> inventoryType() {
    return Optional.of(type.type());
  }

  @Override
  public List<Selection> selections() {
    List<Selection> selections = new ArrayList<>(type.more());
    selections.add(new MarkedCalls(type).selection());
    return selections;
  }

  @Override
  public List<Live> live(Reading reading) throws NameProblem {
    Set<String> claimed = reading.claimed(name());
    List<Live> found = new ArrayList<>();
    boolean all = reading.query().scope() != Query.Scope.CLAIMED;
    for (Entry entry : reading.catalog().all(type.type())) {
      if (!all && !mayBe(entry, claimed)) {
        continue;
      }
      Standing standing = reading.marks().standing(entry, reading.query().stack());
      Optional<String> why = silence(reading, entry);
      if (why.isPresent()) {
        found.addAll(dark(reading, entry, standing, claimed, why.get()));
      } else if (type.covers(reading.names(), entry)) {
        Ref ref = new Ref(name(), entry.ref().id(), type.written(reading.names(), entry));
        if (Finds.shown(claimed, ref, standing)) {
          found.add(live(reading, entry, ref, standing));
        }
      }
    }
    return found;
  }

  private static Optional<String> silence(Reading reading, Entry entry) {
    return Unreadable.why(entry.found())
        .or(() -> Unreadable.place(reading.catalog(), Optional.of(entry), List.of()));
  }

  /**
   * One that does not tell all of itself, under the claimed name that it has, as far as is seen.
   */
  private List<Live> dark(
      Reading reading, Entry entry, Standing standing, Set<String> claimed, String why)
      throws NameProblem {
    boolean placed = entry.parent().isPresent() && type.covers(reading.names(), entry);
    String name = placed ? type.written(reading.names(), entry) : entry.name();
    boolean wanted = claimed.contains(entry.ref().id()) || (placed && claimed.contains(name));
    Ref ref = new Ref(name(), entry.ref().id(), name.isEmpty() ? entry.ref().id() : name);
    return switch (standing) {
      case UNKNOWN -> wanted ? List.of(Live.unknown(ref).unreadable(why)) : List.of();
      case OURS, UNFINISHED, COPY, OTHER_STACK, FOREIGN ->
          placed || claimed.contains(entry.ref().id())
              ? List.of(live(reading, entry, ref, standing).unreadable(why)).stream()
                  .filter(it -> wanted || standing == Standing.OURS)
                  .toList()
              : List.of();
    };
  }

  /** Whether an object may be one that is claimed by id, name or path. */
  private static boolean mayBe(Entry entry, Set<String> claimed) {
    return claimed.contains(entry.ref().id())
        || claimed.stream()
            .anyMatch(it -> it.equals(entry.name()) || it.endsWith("/" + entry.name()));
  }

  private Live live(Reading reading, Entry entry, Ref ref, Standing standing) throws NameProblem {
    TreeMap<String, Value> values = new TreeMap<>(type.values(reading.names(), entry));
    values.put("name", Value.text(entry.name()));
    TreeMap<String, Value> outputs = new TreeMap<>(type.outputs(reading.names(), entry));
    outputs.put("id", Value.text(ref.id()));
    return new Live(
        ref,
        standing,
        reading.marks().stamp(entry),
        values,
        new TreeMap<>(type.defaults()),
        outputs);
  }

  @Override
  public Optional<String> called(Instance wanted, Reading reading) throws NameProblem {
    return type.called(wanted, reading);
  }

  @Override
  public List<Finding> findings(Instance wanted, Reading reading) {
    List<Finding> needed = Finds.needsVCenter(wanted, reading.site());
    return needed.isEmpty() ? type.findings(wanted, reading) : needed;
  }

  @Override
  public SortedMap<String, Value> canonical(SortedMap<String, Value> wanted) {
    return type.canonical(wanted);
  }

  @Override
  public Planned plan(Change change, HostView view) {
    return MarkedPlan.of(change);
  }

  @Override
  public Optional<String> taggedAs() {
    return Optional.of(type.taggedAs());
  }

  @Override
  public List<String> events() {
    return type.events();
  }

  @Override
  public void needs(PlannedCall call, NeedList needs) {
    new MarkedNeeds(type, needs).add(call);
  }

  @Override
  public Map<String, Primitive<?>> primitives() {
    return new MarkedCalls(type).all();
  }
}
