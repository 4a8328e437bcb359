package dev.dvl.engine.plan.order;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.judge.Batches;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A batch begins when every change of the batch before is through, or where all go back together as
 * far as it can be, and what stands on its resources as well. Where one of them fails, later
 * batches never begin.
 */
final class BatchOrder {
  private final List<OpGroup> groups;
  private final Map<Address, OpGroup> making = new HashMap<>();

  BatchOrder(List<OpGroup> groups) {
    this.groups = groups;
    groups.stream()
        .filter(group -> !group.isEmpty() && group.change().after().isPresent())
        .forEach(group -> making.put(group.change().address(), group));
  }

  void order(Batches batches) {
    List<List<OpGroup>> ordered = new ArrayList<>();
    for (List<Address> batch : batches.batches()) {
      ordered.add(
          batch.stream().flatMap(it -> Optional.ofNullable(making.get(it)).stream()).toList());
    }
    for (int i = 1; i < ordered.size(); i++) {
      follow(ordered.get(i), ordered.get(i - 1));
    }
  }

  private void follow(List<OpGroup> batch, List<OpGroup> before) {
    List<Op> ends = before.stream().flatMap(group -> group.switched().stream()).toList();
    List<Op> above = above(before).stream().flatMap(group -> group.sinks().stream()).toList();
    for (OpGroup group : batch) {
      for (Op op : group.roots()) {
        group.afterOfSet(op, ends);
        above.forEach(
            other -> group.claims().add(op, ClaimNeeds.Sort.ABOVE, Op.Need.done(other.id())));
      }
    }
  }

  /** The changes of what stands on these, on what stands on them, and so on. */
  private List<OpGroup> above(List<OpGroup> batch) {
    Set<Address> below = new HashSet<>();
    batch.forEach(group -> below.add(group.change().address()));
    List<OpGroup> found = new ArrayList<>();
    boolean grown = true;
    while (grown) {
      grown = false;
      for (OpGroup group : groups) {
        if (!found.contains(group) && standsOn(group, below)) {
          found.add(group);
          grown |= below.add(group.change().address());
        }
      }
    }
    return found;
  }

  private static boolean standsOn(OpGroup group, Set<Address> below) {
    return group.change().after().stream()
        .flatMap(desired -> desired.instance().edges().stream())
        .anyMatch(edge -> edge instanceof Instance.Edge.On && below.contains(edge.to()));
  }
}
