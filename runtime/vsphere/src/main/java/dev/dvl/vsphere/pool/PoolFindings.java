package dev.dvl.vsphere.pool;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.catalog.Names;
import dev.dvl.vsphere.kind.Finds;
import dev.dvl.vsphere.kind.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with where a pool is wanted. */
final class PoolFindings {
  private PoolFindings() {}

  static List<Finding> of(Instance wanted, Reading reading) {
    List<Finding> findings = new ArrayList<>(place(wanted, reading.names()));
    if (findings.isEmpty()) {
      findings.addAll(
          Finds.ifNamed(
              wanted,
              "parent",
              path -> reading.names().pool(compute(wanted, reading.names()), path)));
    }
    return findings;
  }

  private static List<Finding> place(Instance wanted, Names names) {
    if (wanted.value("parent") instanceof Value.Ref) {
      return List.of();
    }
    return wanted.value("esxi").isNull()
        ? Finds.named(wanted, "cluster", cluster -> names.compute(cluster, Optional.empty()))
        : Finds.named(wanted, "esxi", esxi -> names.compute(Optional.empty(), esxi));
  }

  private static Entry compute(Instance wanted, Names names) throws NameProblem {
    return names.compute(text(wanted, "cluster"), text(wanted, "esxi"));
  }

  private static Optional<String> text(Instance wanted, String attribute) {
    return wanted.value(attribute) instanceof Value.Text(String text)
        ? Optional.of(text)
        : Optional.empty();
  }
}
