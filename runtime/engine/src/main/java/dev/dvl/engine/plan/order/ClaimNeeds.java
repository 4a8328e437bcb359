package dev.dvl.engine.plan.order;

import dev.dvl.engine.change.Op;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the ops of a change wait for where they can: mostly because of what can be had once. */
final class ClaimNeeds {
  /** Why an op waits. */
  enum Sort {
    /** A name is free once its object has another one, or is gone. */
    NAME,
    /** A name is free once its object has left it, be it to nobody. */
    ASIDE,
    /** What is used is free once it is given up. */
    USE,
    /** A batch is through when what stands on its resources is. */
    ABOVE,
    /** What goes back with its whole set is not built upon before that is through. */
    WHOLE,
    /** There is a way back for both as long as either may need it. */
    SAFE
  }

  /**
   * What can be waited for, the best first. Where it goes around in a circle with other things, it
   * has to find its way; but names never do without.
   */
  static final List<Set<Sort>> CHOICES =
      List.of(
          EnumSet.of(Sort.NAME, Sort.USE, Sort.ABOVE, Sort.WHOLE, Sort.SAFE),
          EnumSet.of(Sort.NAME, Sort.USE, Sort.ABOVE, Sort.SAFE),
          EnumSet.of(Sort.NAME, Sort.USE, Sort.ABOVE),
          EnumSet.of(Sort.ASIDE, Sort.USE, Sort.ABOVE, Sort.SAFE),
          EnumSet.of(Sort.ASIDE, Sort.USE, Sort.ABOVE),
          EnumSet.of(Sort.NAME),
          EnumSet.of(Sort.ASIDE));

  private record Waiting(Sort sort, Op.Need need) {}

  private final Map<String, Set<Waiting>> byOp = new HashMap<>();

  /** Makes an op wait until another has ended so. */
  void add(Op op, Sort sort, Op.Need need) {
    byOp.computeIfAbsent(op.id(), ignored -> new LinkedHashSet<>()).add(new Waiting(sort, need));
  }

  List<Op.Need> of(Op op, Set<Sort> sorts) {
    return byOp.getOrDefault(op.id(), Set.of()).stream()
        .filter(waiting -> sorts.contains(waiting.sort()))
        .map(Waiting::need)
        .toList();
  }
}
