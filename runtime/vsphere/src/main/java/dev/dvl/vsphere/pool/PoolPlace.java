package dev.dvl.vsphere.pool;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.catalog.Names;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.session.Ref;
import java.util.Optional;

/** Where a wanted pool is to stand. */
final class PoolPlace {
  private PoolPlace() {}

  /** What stands there already, whosever it is. */
  static Optional<Entry> there(Instance wanted, Reading reading) throws NameProblem {
    Wanted values = new Wanted(wanted.values());
    Optional<Ref> parent = parent(wanted, values, reading);
    Optional<String> name = values.text("name");
    return reading.catalog().all("ResourcePool").stream()
        .filter(it -> parent.isPresent() && it.parent().equals(parent))
        .filter(it -> name.filter(it.name()::equals).isPresent())
        .findFirst();
  }

  /** Nothing where the parent is one of the program's own and not made yet. */
  private static Optional<Ref> parent(Instance wanted, Wanted values, Reading reading)
      throws NameProblem {
    if (wanted.value("parent") instanceof Value.Ref ref) {
      Optional<Instance> owner = reading.wanted(ref);
      return owner.isPresent() ? there(owner.get(), reading).map(Entry::ref) : Optional.empty();
    }
    Names names = reading.names();
    Entry compute = names.compute(values.text("cluster"), values.text("esxi"));
    return Optional.of(names.pool(compute, values.text("parent")));
  }
}
