package dev.dvl.engine.plan.reading;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.HostView;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How hosts show themselves: those of one layer, or of all of them once they are joined.
 *
 * @param views by host, in the order of addresses
 */
public record SeenHosts(Selected selected, SortedMap<Address, HostView> views) {

  public SeenHosts {
    views = Collections.unmodifiableSortedMap(new TreeMap<>(views));
  }

  /** Both layers; no host is in more than one. */
  public SeenHosts and(SeenHosts other) {
    SortedMap<Address, HostView> both = new TreeMap<>(views);
    both.putAll(other.views);
    return new SeenHosts(selected, both);
  }

  /** What a host shows, where it could be read. */
  public Optional<HostView.Readable> readable(Address host) {
    return views.get(host) instanceof HostView.Readable view ? Optional.of(view) : Optional.empty();
  }

  /** Every host that could be read, in the order of addresses. */
  public Map<Address, HostView.Readable> readable() {
    Map<Address, HostView.Readable> found = new LinkedHashMap<>();
    views.keySet().forEach(host -> readable(host).ifPresent(view -> found.put(host, view)));
    return found;
  }

  /** Values of a resource of the program that only the outside world tells. */
  public Map<String, Value> resolved(Address resource) {
    return readable(selected.host(resource))
        .map(view -> view.live().resolved().getOrDefault(resource, Map.of()))
        .orElse(Map.of());
  }

  /** What a resource is called on its platform, where that is known and must be there once. */
  public Optional<String> platformName(Instance instance) {
    return readable(selected.host(instance.address()))
        .map(view -> view.live().names().get(instance.address()))
        .or(() -> PlatformName.of(selected.kind(instance), instance));
  }
}
