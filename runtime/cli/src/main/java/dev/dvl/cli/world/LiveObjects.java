package dev.dvl.cli.world;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.diff.SecretPlaces;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.Query;
import dev.dvl.engine.provider.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is there of a program's resources, host by host. */
public final class LiveObjects {
  private final Program program;
  private final Map<Address, Instance> all;
  private final Kinds kinds;
  private final Stack stack;
  private final Connections connections;
  private final SortedMap<Address, Live> objects = new TreeMap<>();

  public LiveObjects(Program program, Kinds kinds, Stack stack, Connections connections) {
    this.program = program;
    this.all = program.byAddress();
    this.kinds = kinds;
    this.stack = stack;
    this.connections = connections;
  }

  /**
   * A resource of the program.
   *
   * @param live absent where it is not there
   * @param outputs what the platform tells, without secrets
   * @param set what the program sets and the platform shows, without secrets
   */
  public record Found(
      Address address,
      String kind,
      Address place,
      Optional<Live> live,
      SortedMap<String, Value> outputs,
      SortedMap<String, Value> set) {}

  /** Reads one host. */
  public void read(HostInstance host) throws HostProblem {
    List<Instance> here =
        program.instances().stream().filter(it -> isOn(it, host.address())).toList();
    List<Query.Claim> claims = new ArrayList<>();
    for (Instance instance : here) {
      if (instance.value("name") instanceof Value.Text(String name)) {
        claims.add(new Query.Claim(instance.address(), instance.kind(), name));
      }
    }
    Query query = new Query(stack, claims, here, Query.Scope.OURS);
    Reader reader = connections.reader(host);
    for (Live live : reader.read(query, connections.surroundings().cancel()).objects()) {
      if (live.standing() == Live.Standing.OURS) {
        live.stamp()
            .map(Stamp::address)
            .or(() -> claimed(claims, live))
            .ifPresent(address -> objects.put(address, live));
      }
    }
  }

  /** Whose an object is that is known by its name alone, as an image that was pulled. */
  private static Optional<Address> claimed(List<Query.Claim> claims, Live live) {
    return claims.stream()
        .filter(it -> it.kind().equals(live.ref().kind()))
        .filter(it -> it.platformName().equals(live.ref().name()))
        .map(Query.Claim::address)
        .findFirst();
  }

  /** All resources, by address. */
  public List<Found> found() {
    return program.instances().stream().map(this::found).toList();
  }

  private Found found(Instance instance) {
    Optional<Live> live = Optional.ofNullable(objects.get(instance.address()));
    KindSchema kind = kinds.get(instance.kind());
    SortedMap<String, Value> set = new TreeMap<>();
    live.ifPresent(
        it ->
            it.values().entrySet().stream()
                .filter(entry -> instance.values().containsKey(entry.getKey()))
                .filter(entry -> !mayBeSecret(kind, entry))
                .forEach(entry -> set.put(entry.getKey(), entry.getValue())));
    return new Found(
        instance.address(),
        instance.kind(),
        instance.place(),
        live,
        live.map(Live::outputs).orElseGet(TreeMap::new),
        set);
  }

  private static boolean mayBeSecret(KindSchema kind, Map.Entry<String, Value> entry) {
    boolean attribute =
        kind.attribute(entry.getKey()).filter(it -> SecretPlaces.accepts(it.type())).isPresent();
    boolean block =
        kind.block(entry.getKey()).stream()
            .flatMap(it -> it.attributes().stream())
            .anyMatch(it -> SecretPlaces.accepts(it.type()));
    return attribute || block;
  }

  private boolean isOn(Instance instance, Address host) {
    Address place = instance.place();
    for (Instance on = all.get(place); on != null; on = all.get(place)) {
      place = on.place();
    }
    return place.equals(host);
  }
}
