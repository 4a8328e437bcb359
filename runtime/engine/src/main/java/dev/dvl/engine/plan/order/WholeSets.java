package dev.dvl.engine.plan.order;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.KeyedSet;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.identity.Matched;
import dev.dvl.engine.plan.judge.Batches;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The elements of a set that goes back as a whole: none of them is final before the last one is
 * good, so that each keeps its old object until then. Where one fails none can become final, and
 * what takes a change back begins in each of them.
 */
final class WholeSets {
  static final Code NOT_KEPT = Code.error("DVL6052", "old one that cannot be kept");

  private final List<OpGroup> groups;
  private final Matched matched;

  WholeSets(List<OpGroup> groups, Matched matched) {
    this.groups = groups;
    this.matched = matched;
  }

  /** Joins the elements; tells of those that have no way back. */
  List<Diagnostic> order(List<Batches> sets) {
    List<Diagnostic> found = new ArrayList<>();
    for (Batches set : sets) {
      if (set.whole()) {
        List<OpGroup> elements = elements(set);
        settle(elements);
        hold(set.set(), elements);
        elements.forEach(it -> found.addAll(lost(it)));
      }
    }
    return found;
  }

  private List<OpGroup> elements(Batches set) {
    Set<Address> addresses = new HashSet<>();
    set.batches().forEach(addresses::addAll);
    return groups.stream()
        .filter(group -> !group.isEmpty() && group.change().after().isPresent())
        .filter(group -> addresses.contains(group.change().address()))
        .toList();
  }

  /** The last one waits for all, and all others for it: as many edges as there are elements. */
  private static void settle(List<OpGroup> elements) {
    for (Op end : end(elements)) {
      for (OpGroup element : elements) {
        element
            .settling()
            .filter(op -> !op.equals(end))
            .ifPresent(op -> element.afterOfSet(op, List.of(end)));
        last(elements)
            .filter(it -> !it.equals(element))
            .ifPresent(it -> it.afterOfSet(end, element.switched()));
      }
    }
  }

  private static Optional<OpGroup> last(List<OpGroup> elements) {
    return elements.reversed().stream().filter(it -> it.settling().isPresent()).findFirst();
  }

  /** The op with which all of them are final; none where nothing of them can be taken back. */
  private static List<Op> end(List<OpGroup> elements) {
    return last(elements).flatMap(OpGroup::settling).stream().toList();
  }

  /** What a run that was cut off left of earlier elements is kept as well. */
  private void hold(KeyedSet set, List<OpGroup> elements) {
    Set<Address> changing = new HashSet<>();
    elements.forEach(it -> changing.add(it.change().address()));
    groups.stream()
        .filter(group -> group.change().after().isEmpty())
        .filter(group -> KeyedSet.of(group.change().address()).filter(set::equals).isPresent())
        .filter(group -> !changing.contains(group.change().address()))
        .filter(group -> matched.selected().instance(group.change().address()).isPresent())
        .forEach(group -> group.roots().forEach(op -> group.afterOfSet(op, end(elements))));
  }

  private List<Diagnostic> lost(OpGroup element) {
    Address address = element.change().address();
    if (element.settling().isEmpty()) {
      return element.change().fields().isEmpty()
          ? List.of()
          : List.of(
              refuse(
                  element,
                  element.change().action().replaces()
                      ? "the old one of `" + address + "` goes before the new one comes"
                      : "`" + address + "` is changed in its place, and has no old one"));
    }
    Set<Address> given = new HashSet<>();
    element.beforeSettling().forEach(op -> given.addAll(op.releases()));
    return groups.stream()
        .filter(group -> group != element && given.contains(group.change().address()))
        .filter(group -> !group.removers().isEmpty())
        .map(
            group ->
                refuse(
                    element,
                    "`%s` would come back without `%s`"
                        .formatted(address, group.change().address())))
        .toList();
  }

  private Diagnostic refuse(OpGroup element, String text) {
    Instance instance = element.change().after().orElseThrow().instance();
    return Diagnostic.at(NOT_KEPT, instance.originOf(Path.of("update").field("on_failure")), text)
        .note("With `rollback_all` each element keeps its old one until the last new one is good.")
        .note("Say `rollback` for this change, or make it in two steps.");
  }
}
