package dev.dvl.vsphere.kind;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Steps;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.session.Selection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind that programs can place on a vSphere server and dvl does not make there yet: refused while
 * planning.
 */
public record NotYet(String name) implements VSphereKind {
  @Override
  public List<Selection> selections() {
    return List.of();
  }

  @Override
  public List<Live> live(Reading reading) {
    return List.of();
  }

  @Override
  public Optional<String> called(Instance wanted, Reading reading) {
    return Optional.empty();
  }

  @Override
  public List<Finding> findings(Instance wanted, Reading reading) {
    String text = "dvl does not make a `" + name + "` on vSphere yet";
    return List.of(new Finding(Codes.NOT_YET, wanted.address(), Optional.empty(), text, List.of()));
  }

  @Override
  public Planned plan(Change change, HostView view) {
    return new Steps(change).planned();
  }

  @Override
  public Map<String, Primitive<?>> primitives() {
    return Map.of();
  }
}
