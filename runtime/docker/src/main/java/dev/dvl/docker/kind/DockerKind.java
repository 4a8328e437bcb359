package dev.dvl.docker.kind;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Lost;
import dev.dvl.engine.provider.Planned;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** All that the provider knows of one kind. Has no state. */
public interface DockerKind {
  /** Its name in programs: {@code volume}. */
  String name();

  /**
   * Its objects that are ours, and those under claimed names, as the schema sees them. Asked for
   * all kinds at once.
   */
  List<Live> live(Reading reading) throws IOException;

  /** What is wrong with a wanted resource, whatever is on the engine; pure. */
  default List<Finding> findings(Instance wanted) {
    return List.of();
  }

  /** The name of the image that a wanted resource is made of, where the program names one. */
  default Optional<String> image(Instance wanted) {
    return Optional.empty();
  }

  /** What only a registry tells of a wanted resource. */
  default Resolved resolved(Instance wanted, Reading reading) {
    return Resolved.NOTHING;
  }

  /** Wanted values in the form in which a live object shows them; pure. */
  default SortedMap<String, Value> canonical(SortedMap<String, Value> wanted) {
    return wanted;
  }

  /** What a live object shows without what the engine added where wanted values say nothing. */
  default Live beside(SortedMap<String, Value> wanted, Live live) {
    return live;
  }

  /** The calls that carry out a change; pure. */
  Planned plan(Change change, HostView view);

  /** What is lost with a change beside what its attributes say; pure. */
  default List<Lost> lost(Change change, HostView view) {
    return List.of();
  }

  /** Its calls on an engine, by their names in plans: {@code volume.create}. */
  Map<String, Primitive<?>> primitives(Site site);
}
