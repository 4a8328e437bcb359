package dev.dvl.vsphere.wire;

import dev.dvl.vsphere.session.Found;
import dev.dvl.vsphere.session.Limits;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.wire.Gates.Gate;
import dev.dvl.vsphere.wire.property.Collector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much room there is where an operation works. Where nobody names an ESXi host, the server
 * chooses one of the cluster that the pool is in: that many times as many operations pass as it has
 * hosts. Each pool is looked up once.
 */
final class Rooms {
  private final Limits limits;
  private final Collector collector;
  private final Map<Ref, Optional<Gate>> clusters = new ConcurrentHashMap<>();

  Rooms(Limits limits, Collector collector) {
    this.limits = limits;
    this.collector = collector;
  }

  List<Gate> of(Optional<Ref> pool, Optional<Ref> host, Collection<Ref> datastores)
      throws VSphereException {
    List<Gate> gates = new ArrayList<>();
    if (host.isPresent()) {
      gates.add(new Gate(host.get(), limits.perHost()));
    } else if (pool.isPresent()) {
      cluster(pool.get()).ifPresent(gates::add);
    }
    datastores.stream()
        .distinct()
        .filter(it -> it.type().equals("Datastore"))
        .forEach(it -> gates.add(new Gate(it, limits.clonesPerDatastore())));
    return gates;
  }

  private Optional<Gate> cluster(Ref pool) throws VSphereException {
    Optional<Gate> known = clusters.get(pool);
    if (known == null) {
      known = look(pool);
      clusters.put(pool, known);
    }
    return known;
  }

  private Optional<Gate> look(Ref pool) throws VSphereException {
    Optional<Ref> owner = get(pool, "owner").flatMap(Tree::ref);
    int hosts =
        owner.isPresent() ? get(owner.get(), "host").map(it -> it.refs().size()).orElse(0) : 0;
    return owner.filter(it -> hosts > 0).map(it -> new Gate(it, limits.perHost() * hosts));
  }

  private Optional<Tree> get(Ref object, String path) throws VSphereException {
    List<Found> found =
        collector.read(List.of(object), new Selection(object.type(), List.of(path)));
    return found.stream().findFirst().flatMap(it -> it.get(path));
  }
}
