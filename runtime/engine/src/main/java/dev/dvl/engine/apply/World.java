package dev.dvl.engine.apply;

import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.diff.ValuePart;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Secrets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of resources while an apply runs: what was read when it started, and on top of it
 * what its ops found out. Safe for many threads.
 */
final class World implements Environment {
  private final Secrets secrets;
  private final Map<Address, Ref> objects = new ConcurrentHashMap<>();
  private final Map<Address, Map<String, Value>> outputs = new ConcurrentHashMap<>();

  World(Secrets secrets, Map<Address, Ref> objects) {
    this.secrets = secrets;
    this.objects.putAll(objects);
  }

  /** Takes over what a live object shows. */
  void enter(Address address, Live live) {
    outputs.put(address, Map.copyOf(live.readable()));
  }

  /** Takes over what an op found out; an object only where it is not the {@code old} one. */
  void enter(Address address, Done done, Optional<Ref> old) {
    done.ref()
        .filter(ref -> old.filter(it -> it.id().equals(ref.id())).isEmpty())
        .ifPresent(ref -> objects.put(address, ref));
    outputs.merge(address, done.outputs(), World::over);
  }

  Optional<Ref> object(Address address) {
    return Optional.ofNullable(objects.get(address));
  }

  @Override
  public Optional<Value> read(Address resource, Path path) {
    Map<String, Value> known = outputs.get(resource);
    Value value = known == null ? null : known.get(path.attribute());
    return Optional.ofNullable(value).map(whole -> ValuePart.of(whole, path));
  }

  @Override
  public Optional<Value> secret(String name) {
    return secrets.get(name).map(Value::text);
  }

  private static Map<String, Value> over(Map<String, Value> before, Map<String, Value> now) {
    Map<String, Value> all = new HashMap<>(before);
    all.putAll(now);
    return Map.copyOf(all);
  }
}
