package dev.dvl.docker.container;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.container.facet.Containers;
import dev.dvl.docker.container.plan.ContainerPlan;
import dev.dvl.docker.container.plan.Heritage;
import dev.dvl.docker.container.write.ContainerCalls;
import dev.dvl.docker.kind.DockerKind;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Reading;
import dev.dvl.docker.kind.Resolved;
import dev.dvl.docker.kind.Site;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Lost;
import dev.dvl.engine.provider.Planned;
import dev.dvl.stdlib.ContainerPart;
import dev.dvl.stdlib.KindName;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Containers, and their places in networks. */
public final class ContainerKind implements DockerKind {
  static final String NAME = KindName.CONTAINER.word();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Live> live(Reading reading) throws IOException {
    return new ContainerReading(reading).live();
  }

  @Override
  public Optional<String> image(Instance wanted) {
    return ContainerPart.of(wanted.values()).image().known().flatMap(Link::given);
  }

  @Override
  public SortedMap<String, Value> canonical(SortedMap<String, Value> wanted) {
    return Containers.canonical(wanted);
  }

  @Override
  public Planned plan(Change change, HostView view) {
    return new ContainerPlan(change, view).planned();
  }

  @Override
  public List<Lost> lost(Change change, HostView view) {
    return new Heritage(change, view).lost();
  }

  @Override
  public Resolved resolved(Instance wanted, Reading reading) {
    return new AskedVolumes(reading).of(wanted);
  }

  @Override
  public Map<String, Primitive<?>> primitives(Site site) {
    return ContainerCalls.of(site);
  }
}
