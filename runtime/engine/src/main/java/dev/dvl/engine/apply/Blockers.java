package dev.dvl.engine.apply;

import dev.dvl.engine.graph.Graph;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which ops changes wait for that cannot go on by themselves.
 *
 * @param needs from each op to those that it needs
 * @param changes of each op
 */
record Blockers(Schedule schedule, Graph needs, List<ChangeProgress> changes) {

  /**
   * What must be settled before all of these changes go on: what the next ops of each need, what
   * that needs, and so on; in the order of the plan.
   */
  Set<Integer> of(List<ChangeProgress> stuck) {
    Set<Integer> found = new TreeSet<>();
    Deque<Integer> untold = new ArrayDeque<>();
    stuck.forEach(change -> change.ops().stream().filter(this::isNext).forEach(untold::add));
    while (!untold.isEmpty()) {
      needs.forEach(
          untold.remove(),
          need -> {
            if (isOpen(need) && found.add(need)) {
              untold.add(need);
            }
          });
    }
    return found;
  }

  /** Whether an op is still to come and needs no other of its change that is. */
  private boolean isNext(int op) {
    boolean[] behind = new boolean[1];
    needs.forEach(op, need -> behind[0] |= isOpen(need) && changes.get(need) == changes.get(op));
    return isOpen(op) && !behind[0];
  }

  private boolean isOpen(int op) {
    return !schedule.state(op).isSettled();
  }
}
