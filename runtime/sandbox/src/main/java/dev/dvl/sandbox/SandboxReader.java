package dev.dvl.sandbox;

import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Facts;
import dev.dvl.engine.live.Inventory;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.provider.Access;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Event;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.Query;
import dev.dvl.engine.provider.Reader;
import dev.dvl.engine.provider.Secrets;
import dev.dvl.engine.provider.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads the objects of one sandbox host. */
final class SandboxReader implements Reader {
  private static final Map<String, Value> VALUES =
      Map.of(
          "sandbox", Value.of(true),
          "version", Value.text("sandbox"),
          "os", Value.text("linux"),
          "cpus", Value.of(8),
          "limits_not_kept", new Value.SetOf(List.of()),
          "memory", new Value.Quantity(Dimension.SIZE, 32L << 30),
          "starts_in_home_network", Value.of(false),
          "swap_limit", Value.of(true));

  /**
   * Objects that were made while a default was not known have none, so what is known for defaults
   * stays as it is; what programs may read is all that any kind of host tells.
   */
  static final Facts FACTS = new Facts("sandbox", "", VALUES, outputs());

  private static Map<String, Value> outputs() {
    Map<String, Value> outputs = new TreeMap<>(VALUES);
    outputs.put("architecture", Value.text("x86_64"));
    outputs.put("default_runtime", Value.text("runc"));
    outputs.put("default_log_driver", Value.text("json-file"));
    outputs.put("default_cgroupns_mode", Value.text("private"));
    outputs.put("api_version_max", Value.text("1.41"));
    outputs.put("api_version", Value.text("8.0.2.0"));
    outputs.put("is_vcenter", Value.of(true));
    return outputs;
  }

  private final Store store;
  private final Secrets secrets;
  private final SandboxFaults faults;

  SandboxReader(Store store, Secrets secrets, SandboxFaults faults) {
    this.store = store;
    this.secrets = secrets;
    this.faults = faults;
  }

  @Override
  public Facts facts() {
    return FACTS;
  }

  @Override
  public Inventory read(Query query, Cancel cancel) throws HostProblem {
    faults.reading();
    Revealing revealing = new Revealing(query.stack(), secrets, store);
    List<Live> found = new ArrayList<>();
    for (SandboxObject object : asked(query)) {
      found.add(live(object, query.stack(), revealing));
    }
    return new Inventory(found, Map.of(), List.of());
  }

  private Collection<SandboxObject> asked(Query query) {
    if (query.scope() == Query.Scope.EVERYTHING) {
      return store.all();
    }
    Map<String, SandboxObject> found = new LinkedHashMap<>();
    if (query.scope() == Query.Scope.OURS) {
      store.all().stream()
          .filter(object -> standing(object, query.stack()) != Live.Standing.FOREIGN)
          .forEach(object -> found.put(object.ref().id(), object));
    }
    for (Query.Claim claim : query.claims()) {
      store
          .called(claim.kind(), claim.platformName())
          .forEach(object -> found.put(object.ref().id(), object));
    }
    return found.values();
  }

  private Live live(SandboxObject object, Stack stack, Revealing revealing) {
    return new Live(
        object.ref(),
        standing(object, stack),
        object.stamp(),
        revealing.values(object, store.base(object.base())),
        new TreeMap<>(),
        object.outputs());
  }

  private static Live.Standing standing(SandboxObject object, Stack stack) {
    if (object.stamp().isEmpty()) {
      return Live.Standing.FOREIGN;
    }
    if (!object.stamp().get().op().equals(object.birth())) {
      return Live.Standing.COPY;
    }
    if (!object.stamp().get().stack().equals(stack)) {
      return Live.Standing.OTHER_STACK;
    }
    return object.committed() ? Live.Standing.OURS : Live.Standing.UNFINISHED;
  }

  /** Nothing happens in a sandbox by itself. */
  @Override
  public AutoCloseable watch(Set<Ref> refs, Consumer<Event> sink) {
    return () -> {};
  }

  @Override
  public Optional<Access> access() {
    return Optional.of(new MadeUpRuns(store, ""));
  }

  @Override
  public Writer writer() {
    return new SandboxWriter(store, secrets, faults);
  }

  @Override
  public void close() {}
}
