package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.host.LiveSources;
import dev.dvl.engine.host.Sources;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.plan.identity.Identification;
import dev.dvl.engine.plan.identity.Matched;
import dev.dvl.engine.plan.input.PlanRequest;
import dev.dvl.engine.plan.reading.HostLayers;
import dev.dvl.engine.plan.reading.Selected;
import dev.dvl.engine.plan.reading.Selection;
import dev.dvl.engine.provider.HostView;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the objects of some resources are now, and the way to them. They are found as planning
 * finds them: by their records, by what the program says of moves and adoptions, and by the ledger;
 * by a name alone only where a kind has nothing else. Of all hosts only those are read that are on
 * the way.
 */
public final class Whereabouts {
  private final Selected selected;
  private final Matched matched;

  private Whereabouts(Selected selected, Matched matched) {
    this.selected = selected;
    this.matched = matched;
  }

  /**
   * Looks for the objects of resources. Says why hosts cannot be read, and nothing else.
   *
   * @param resources of the program; their hosts are read
   * @param hosts of the program; what they are made by or read is looked for, and they themselves
   *     are not asked
   */
  public static Outcome<Whereabouts> of(
      PlanRequest request, Set<Address> resources, Set<HostInstance> hosts) {
    return Selection.of(request).then(selected -> of(selected, resources, hosts));
  }

  private static Outcome<Whereabouts> of(
      Selected selected, Set<Address> resources, Set<HostInstance> hosts) {
    Way way = new Way(selected, new HashSet<>(), new HashSet<>());
    resources.forEach(way::to);
    hosts.forEach(way::upTo);
    List<List<HostInstance>> layers =
        HostLayers.of(selected).stream()
            .map(layer -> layer.stream().filter(way.hosts()::contains).toList())
            .toList();
    Outcome<Matched> found =
        Identification.found(selected, layers, it -> way.resources().contains(it.address()));
    boolean silent =
        found.value().seen().views().values().stream()
            .anyMatch(view -> view instanceof HostView.Unreadable);
    return new Outcome<>(
        new Whereabouts(selected, found.value()), silent ? found.diagnostics() : List.of());
  }

  /** All that lies on the way to some resources, and these. */
  private record Way(Selected selected, Set<HostInstance> hosts, Set<Address> resources) {

    void to(Address resource) {
      if (resources.add(resource)) {
        HostInstance host = selected.hostOf(resource);
        hosts.add(host);
        upTo(host);
      }
    }

    void upTo(HostInstance host) {
      host.sources().forEach(this::to);
    }
  }

  /** The object of a resource, if it is there. */
  public Optional<Live> object(Address resource) {
    return matched.object(resource);
  }

  /** The nearest host of a resource. */
  public HostInstance host(Address resource) {
    return selected.hostOf(resource);
  }

  /** Why nothing can be told of a resource: its host, or itself, is there and cannot be read. */
  public Optional<String> silence(Address resource) {
    Optional<String> own = object(resource).flatMap(Live::unreadable);
    if (own.isPresent()) {
      return own;
    }
    HostView view = matched.seen().views().get(selected.host(resource));
    return view instanceof HostView.Unreadable(String why, var ignored)
        ? Optional.of(why)
        : Optional.empty();
  }

  /** What hosts are filled with that are made by the objects that were found, or read them. */
  public Sources sources() {
    return new LiveSources(matched.own());
  }
}
