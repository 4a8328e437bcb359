package dev.dvl.vsphere.folder;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Live.Standing;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Finds;
import dev.dvl.vsphere.kind.Primitive;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.kind.VSphereKind;
import dev.dvl.vsphere.marked.MarkedCalls;
import dev.dvl.vsphere.marked.MarkedPlan;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.stamp.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The kind {@code folder}. */
public final class FolderKind implements VSphereKind {
  private static final MarkedCalls CALLS = new MarkedCalls(new FolderType());

  @Override
  public String name() {
    return "folder";
  }

  @Override
  public List<Selection> selections() {
    return List.of(new Selection("Folder", List.of("childType", Marks.PROPERTY)));
  }

  @Override
  public List<Live> live(Reading reading) throws NameProblem {
    dev.dvl.vsphere.session.Ref top = reading.names().topFolder();
    List<Live> found = new ArrayList<>();
    for (Entry entry : reading.catalog().all("Folder")) {
      Standing standing = reading.marks().standing(entry, reading.query().stack());
      boolean shown = Finds.shown(reading.claimed("folder"), entry, standing);
      if (shown && reading.catalog().isBelow(entry, top)) {
        found.add(live(reading, entry, standing, top));
      }
    }
    return found;
  }

  private static Live live(
      Reading reading, Entry entry, Standing standing, dev.dvl.vsphere.session.Ref top) {
    Map<String, Value> values = new TreeMap<>();
    values.put("name", Value.text(entry.name()));
    entry
        .parent()
        .filter(parent -> !parent.equals(top))
        .flatMap(reading.catalog()::at)
        .ifPresent(parent -> values.put("parent", path(reading, parent, top)));
    Map<String, Value> outputs = new TreeMap<>();
    outputs.put("id", Value.text(entry.ref().id()));
    outputs.put("path", path(reading, entry, top));
    return new Live(
        new Ref("folder", entry.ref().id(), reading.catalog().path(entry, top)),
        standing,
        reading.marks().stamp(entry),
        new TreeMap<>(values),
        new TreeMap<>(),
        new TreeMap<>(outputs));
  }

  private static Value path(Reading reading, Entry entry, dev.dvl.vsphere.session.Ref top) {
    return Value.text(reading.catalog().path(entry, top));
  }

  @Override
  public List<Finding> findings(Instance wanted, Reading reading) {
    return Finds.ifNamed(wanted, "parent", path -> reading.names().folder(path));
  }

  @Override
  public Planned plan(Change change, HostView view) {
    return MarkedPlan.of(change);
  }

  @Override
  public Map<String, Primitive> primitives() {
    return CALLS.all();
  }
}
