package dev.dvl.engine.apply;

import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.diff.ValuePart;
import dev.dvl.engine.host.Sources;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Reader;
import dev.dvl.engine.provider.Secrets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of resources while an apply runs: what was read when it started, and on top of it
 * what its ops found out. Safe for many threads.
 */
final class World implements Environment, Sources {
  private final Secrets secrets;
  private final Map<Address, Ref> objects = new ConcurrentHashMap<>();
  private final Map<Address, Map<String, Value>> outputs = new ConcurrentHashMap<>();
  private final Map<Address, Map<String, Value>> before = new ConcurrentHashMap<>();

  World(Secrets secrets, Map<Address, Ref> objects) {
    this.secrets = secrets;
    this.objects.putAll(objects);
  }

  /** Takes over what a live object shows. */
  void enter(Address address, Live live) {
    outputs.put(address, Map.copyOf(live.readable()));
  }

  /** Takes over what a host tells of itself, where it has a name of its own. */
  void enter(HostInstance host, Reader reader) {
    if (host.by().isEmpty()) {
      outputs.put(host.address(), reader.facts().outputs());
    }
  }

  /** Remembers what the object of a change shows, should the change be taken back. */
  void remember(Address address, Live live) {
    before.put(address, Map.copyOf(live.readable()));
  }

  /**
   * Takes over what an op found out, unless that is about the {@code old} object, which may stop
   * and go after the new one has come.
   */
  void enter(Address address, Done done, Optional<Ref> old) {
    if (!isAbout(old, done)) {
      done.ref().ifPresent(ref -> objects.put(address, ref));
      outputs.merge(address, done.outputs(), World::over);
    }
  }

  /**
   * An op takes the change back: the old object is what is there, or one that was made like it, as
   * far as there is one.
   */
  void back(Address address, Done done, Optional<Ref> old) {
    done.ref().ifPresent(ref -> objects.put(address, ref));
    outputs.put(address, before.getOrDefault(address, Map.of()));
    if (isAbout(old, done)) {
      outputs.merge(address, done.outputs(), World::over);
    }
  }

  private static boolean isAbout(Optional<Ref> old, Done done) {
    return old.isPresent() && done.ref().map(Ref::id).equals(old.map(Ref::id));
  }

  @Override
  public Optional<Ref> object(Address address) {
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
