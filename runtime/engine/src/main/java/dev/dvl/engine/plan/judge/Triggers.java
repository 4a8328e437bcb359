package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.plan.identity.Matched;
import dev.dvl.engine.plan.reading.Selected;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds what the ledger is to keep of {@code replace_when}, since no object does. */
public final class Triggers {
  private Triggers() {}

  /**
   * Fingerprints of what it says, for each resource whose object carries no record and that either
   * says something or changes.
   */
  public static SortedMap<Address, String> of(Decided decided) {
    Selected selected = decided.matched().selected();
    SortedMap<Address, String> found = new TreeMap<>();
    if (selected.request().options().destroy()) {
      return found;
    }
    Set<Address> changing =
        decided.changes().stream().map(it -> it.change().address()).collect(Collectors.toSet());
    for (Instance instance : selected.picked().values()) {
      boolean counts =
          !instance.common().replaceWhen().isEmpty() || changing.contains(instance.address());
      if (counts && !isCarried(decided.matched(), instance)) {
        found.put(
            instance.address(), ReplaceWhen.print(instance, selected.request().fingerprints()));
      }
    }
    return Collections.unmodifiableSortedMap(found);
  }

  private static boolean isCarried(Matched matched, Instance instance) {
    return matched
        .object(instance.address())
        .map(ReplaceWhen::isCarried)
        .orElseGet(() -> matched.selected().kind(instance).identity().isRecorded());
  }
}
