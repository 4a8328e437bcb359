package dev.dvl.vsphere.pool;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Live.Standing;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.catalog.Names;
import dev.dvl.vsphere.kind.Finds;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.session.Ref;
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
    if (findings.isEmpty()) {
      stranger(wanted, reading).map(it -> taken(wanted, it)).ifPresent(findings::add);
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

  /** A pool that is not dvl's, where a new one is to be made. */
  private static Optional<Entry> stranger(Instance wanted, Reading reading) {
    if (wanted.value("parent") instanceof Value.Ref || isAdopted(wanted, reading)) {
      return Optional.empty();
    }
    try {
      Names names = reading.names();
      Ref parent = names.pool(compute(wanted, names), text(wanted, "parent"));
      return reading.catalog().all("ResourcePool").stream()
          .filter(it -> it.parent().filter(parent::equals).isPresent())
          .filter(it -> text(wanted, "name").filter(it.name()::equals).isPresent())
          .filter(it -> reading.marks().standing(it, reading.query().stack()) != Standing.OURS)
          .findFirst();
    } catch (NameProblem told) {
      return Optional.empty();
    }
  }

  private static boolean isAdopted(Instance wanted, Reading reading) {
    return reading.query().claims().stream().anyMatch(it -> it.address().equals(wanted.address()));
  }

  private static Finding taken(Instance wanted, Entry stranger) {
    return new Finding(
        Codes.NAME_TAKEN,
        wanted.address(),
        Optional.empty(),
        "a resource pool named `" + stranger.name() + "` is there already",
        List.of("This program did not make it, and dvl leaves it alone."));
  }

  private static Optional<String> text(Instance wanted, String attribute) {
    return wanted.value(attribute) instanceof Value.Text(String text)
        ? Optional.of(text)
        : Optional.empty();
  }
}
