package dev.dvl.vsphere.pool;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Link;
import dev.dvl.engine.live.Finding;
import dev.dvl.stdlib.ResourcePoolAttribute;
import dev.dvl.stdlib.ResourcePoolPart;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.kind.Finds;
import dev.dvl.vsphere.kind.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with where a pool is wanted. */
final class PoolFindings {
  private PoolFindings() {}

  static List<Finding> of(Instance wanted, Reading reading) {
    ResourcePoolPart pool = ResourcePoolPart.of(wanted.values());
    InventoryNames names = reading.names();
    List<Finding> findings = new ArrayList<>(place(wanted, pool, names));
    if (findings.isEmpty()) {
      findings.addAll(
          Finds.ifLinked(
              wanted,
              ResourcePoolAttribute.PARENT,
              pool.parent(),
              path ->
                  names.pool(names.compute(pool.cluster().known(), pool.esxi().known()), path)));
    }
    return findings;
  }

  private static List<Finding> place(Instance wanted, ResourcePoolPart pool, InventoryNames names) {
    if (pool.parent().known().flatMap(Link::resource).isPresent()) {
      return List.of();
    }
    return pool.esxi().isSet()
        ? Finds.named(
            wanted,
            ResourcePoolAttribute.ESXI,
            pool.esxi(),
            esxi -> names.compute(Optional.empty(), esxi))
        : Finds.named(
            wanted,
            ResourcePoolAttribute.CLUSTER,
            pool.cluster(),
            cluster -> names.compute(cluster, Optional.empty()));
  }
}
