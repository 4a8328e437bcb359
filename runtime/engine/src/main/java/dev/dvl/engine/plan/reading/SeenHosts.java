package dev.dvl.engine.plan.reading;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.diff.ValuePart;
import dev.dvl.engine.live.Facts;
import dev.dvl.engine.live.Inventory;
import dev.dvl.engine.provider.HostView;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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

  /** How a host is seen that is made in this plan: with what the program says of its machine. */
  public HostView anew(HostInstance host) {
    Inventory there = inventory(host.address());
    return anew(host, new Inventory(List.of(), there.resolved(), List.of(), there.names()));
  }

  /**
   * How a host is seen that is made in this plan.
   *
   * @param local what files beside the program come to
   */
  HostView anew(HostInstance host, Inventory local) {
    Map<String, Value> told = new TreeMap<>();
    host.by()
        .flatMap(selected::instance)
        .ifPresent(
            machine ->
                selected.request().kinds().get(host.kind()).outputs().stream()
                    .map(KindSchema.Output::name)
                    .filter(name -> machine.value(name).isKnown() && !machine.value(name).isNull())
                    .forEach(name -> told.put(name, machine.value(name))));
    return new HostView.New(new Facts("", "", told), local);
  }

  /** An output of a host that has a block of its own, where it could be read. */
  public Optional<Value> told(Address host, Path path) {
    return selected
        .program()
        .host(host)
        .filter(it -> it.by().isEmpty())
        .flatMap(it -> readable(host))
        .map(view -> ValuePart.of(view.facts().output(path.attribute()), path))
        .filter(value -> !value.isNull());
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
    return inventory(selected.host(resource)).resolved().getOrDefault(resource, Map.of());
  }

  private Inventory inventory(Address host) {
    return switch (views.get(host)) {
      case HostView.Readable(var ignored, Inventory live) -> live;
      case HostView.New(var ignored, Inventory local) -> local;
      case HostView.Unreadable _ -> Inventory.EMPTY;
      case null -> Inventory.EMPTY;
    };
  }

  /** What a resource is called on its platform, where that is known and must be there once. */
  public Optional<String> platformName(Instance instance) {
    return readable(selected.host(instance.address()))
        .map(view -> view.live().names().get(instance.address()))
        .or(() -> PlatformName.of(selected.kind(instance), instance));
  }
}
