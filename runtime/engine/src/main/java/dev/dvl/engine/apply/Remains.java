package dev.dvl.engine.apply;

import dev.dvl.engine.apply.ApplyReport.Extent;
import dev.dvl.engine.apply.Schedule.State;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.Op.On;
import dev.dvl.engine.change.Op.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is left of a change that did not come to its end. An op that undoes takes back what it needs
 * to have been begun; who takes back a part of what was made takes back all of it, since that is
 * one object.
 *
 * @param ops of the plan
 * @param changing the ops that changed something, or may have
 * @param parts the ops of the change
 */
record Remains(List<Op> ops, Schedule schedule, Set<Integer> changing, List<Integer> parts) {

  Extent extent() {
    if (forward().isEmpty()) {
      return Extent.NOTHING;
    }
    return left().isEmpty() ? Extent.TAKEN_BACK : Extent.PART;
  }

  /** The ops that were not taken back, and those that should have taken back and did not. */
  List<Op> left() {
    Set<String> back = takenBack();
    boolean made = forward().stream().anyMatch(op -> makes(op) && back.contains(op.id()));
    List<Op> stayed =
        forward().stream().filter(op -> !back.contains(op.id()) && !(made && makes(op))).toList();
    return stayed.isEmpty() ? failing() : stayed;
  }

  private List<Op> forward() {
    return parts.stream()
        .filter(changing::contains)
        .map(ops::get)
        .filter(op -> !op.undoes())
        .toList();
  }

  private Set<String> takenBack() {
    Set<String> back = new HashSet<>();
    for (int part : parts) {
      if (ops.get(part).undoes() && schedule.state(part) == State.DONE) {
        List<Op.Need> needs = ops.get(part).needs();
        boolean putsBack = needs.stream().anyMatch(this::isRemoval);
        needs.stream()
            .filter(need -> putsBack || need.on() != On.FAILED)
            .forEach(need -> back.add(need.op()));
      }
    }
    return back;
  }

  /** What puts back an object that went takes away what failed to take its place. */
  private boolean isRemoval(Op.Need need) {
    return need.on() != On.FAILED
        && parts.stream()
            .map(ops::get)
            .anyMatch(op -> op.id().equals(need.op()) && op.role() == Role.REMOVES);
  }

  private List<Op> failing() {
    return parts.stream()
        .filter(part -> ops.get(part).undoes() && schedule.state(part) == State.FAILED)
        .map(ops::get)
        .toList();
  }

  private static boolean makes(Op op) {
    return op.role() == Role.MAKES;
  }
}
