package dev.dvl.cli.world;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.diff.SecretPlaces;
import dev.dvl.engine.live.Live;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is there of a resource of a program.
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
    SortedMap<String, Value> set) {

  /** Of a resource and its object, if it has one. */
  public static Found of(Instance instance, KindSchema kind, Optional<Live> live) {
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
}
