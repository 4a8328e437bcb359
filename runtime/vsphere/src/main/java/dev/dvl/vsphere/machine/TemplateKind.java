package dev.dvl.vsphere.machine;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.stdlib.TemplateAttribute;
import dev.dvl.stdlib.TemplatePart;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Finds;
import dev.dvl.vsphere.kind.Primitive;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.machine.plan.TemplatePlan;
import dev.dvl.vsphere.machine.read.Candidates;
import dev.dvl.vsphere.machine.read.Look;
import dev.dvl.vsphere.machine.write.TemplateCalls;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kind {@code template}. */
public final class TemplateKind implements MachineKind {
  @Override
  public String name() {
    return "template";
  }

  @Override
  public List<Selection> selections() {
    return List.of(Candidates.LITTLE);
  }

  @Override
  public List<Live> live(Reading reading) throws VSphereException, NameProblem {
    Look look = new Look(reading.catalog(), reading.names());
    Candidates candidates = new Candidates(reading, name());
    List<Live> live = new ArrayList<>();
    for (Candidates.Seen seen : candidates.seen()) {
      Live template = look.template(seen.machine(), seen.standing(), seen.stamp());
      live.add(candidates.told(seen.machine(), template));
    }
    live.addAll(candidates.dark());
    return live;
  }

  @Override
  public Optional<String> called(Instance wanted, Reading reading) {
    return TemplatePart.of(wanted.values()).name().known();
  }

  @Override
  public List<Finding> findings(Instance wanted, Reading reading) {
    List<Finding> found = new ArrayList<>();
    TemplatePart part = TemplatePart.of(wanted.values());
    InventoryNames names = reading.names();
    found.addAll(
        Finds.ifLinked(
            wanted,
            TemplateAttribute.SOURCE,
            part.source(),
            it -> names.machine(it.orElseThrow())));
    found.addAll(Finds.ifLinked(wanted, TemplateAttribute.FOLDER, part.folder(), names::folder));
    found.addAll(
        Finds.ifNamed(wanted, TemplateAttribute.DATASTORE, part.datastore(), names::datastore));
    return found;
  }

  @Override
  public Planned plan(Change change, HostView view) {
    return TemplatePlan.of(change);
  }

  @Override
  public Map<String, Primitive<?>> primitives() {
    return TemplateCalls.all();
  }
}
