package dev.dvl.vsphere.pool;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Link;
import dev.dvl.stdlib.ResourcePoolPart;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.session.Ref;
import java.util.Optional;

/** Where a wanted pool is to stand. */
final class PoolPlace {
  private PoolPlace() {}

  /** What stands there already, whosever it is. */
  static Optional<Entry> there(Instance wanted, Reading reading) throws NameProblem {
    ResourcePoolPart pool = ResourcePoolPart.of(wanted.values());
    Optional<Ref> parent = parent(pool, reading);
    Optional<String> name = pool.name().known();
    return reading.catalog().all("ResourcePool").stream()
        .filter(it -> parent.isPresent() && it.parent().equals(parent))
        .filter(it -> name.filter(it.name()::equals).isPresent())
        .findFirst();
  }

  /** Nothing where the parent is one of the program's own and not made yet. */
  private static Optional<Ref> parent(ResourcePoolPart pool, Reading reading) throws NameProblem {
    Optional<Link> parent = pool.parent().known();
    if (parent.flatMap(Link::resource).isPresent()) {
      Optional<Instance> owner = parent.flatMap(reading::wanted);
      return owner.isPresent() ? there(owner.get(), reading).map(Entry::ref) : Optional.empty();
    }
    InventoryNames names = reading.names();
    Entry compute = names.compute(pool.cluster().known(), pool.esxi().known());
    return Optional.of(names.pool(compute, parent.flatMap(Link::given)));
  }
}
