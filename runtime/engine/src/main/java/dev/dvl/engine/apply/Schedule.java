package dev.dvl.engine.apply;

import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.OpGraph;
import dev.dvl.engine.graph.Graph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * How ops stand, given how others ended: which are ready, and which never will be. Pure bookkeeping
 * over numbers; one thread at a time.
 *
 * <p>An op is ready when all its needs are met. As soon as one cannot be met any more it is
 * skipped, or dropped if it was only there to take something back; both are settled at once, and
 * with them what depends on them. A skipped op counts as failed for those that need a failure.
 *
 * <p>What leads to an op that will never be, and is taken back then, is not begun any more: it is
 * skipped, too.
 */
final class Schedule {
  /** How an op stands. */
  enum State {
    WAITING,
    READY,
    STARTED,
    DONE,
    FAILED,
    SKIPPED,
    DROPPED;

    boolean isSettled() {
      return switch (this) {
        case WAITING, READY, STARTED -> false;
        case DONE, FAILED, SKIPPED, DROPPED -> true;
      };
    }
  }

  /** What followed when an op ended: itself and what it settled, and what is ready now. */
  record Step(List<Integer> settled, List<Integer> ready) {}

  private final List<Op> ops;
  private final Graph dependents;
  private final Graph needs;
  private final State[] states;
  private final int[] missing;
  private final int[] causes;
  private int unsettled;

  /** The ops must stand in an order in which needs come first. */
  Schedule(List<Op> ops) {
    this.ops = ops;
    this.dependents = OpGraph.of(ops);
    this.needs = dependents.reversed();
    this.states = new State[ops.size()];
    this.missing = new int[ops.size()];
    this.causes = new int[ops.size()];
    this.unsettled = ops.size();
    for (int i = 0; i < ops.size(); i++) {
      causes[i] = i;
      missing[i] = ops.get(i).needs().size();
      states[i] = missing[i] == 0 ? State.READY : State.WAITING;
    }
  }

  /** From each op to those that need it. */
  Graph dependents() {
    return dependents;
  }

  /** From each op to those that it needs. */
  Graph needs() {
    return needs;
  }

  void start(int index) {
    if (states[index] != State.READY) {
      throw new IllegalStateException("`" + ops.get(index).id() + "` is not ready");
    }
    states[index] = State.STARTED;
  }

  /** Notes how a started op ended. */
  Step end(int index, State how) {
    List<Integer> settled = new ArrayList<>();
    List<Integer> ready = new ArrayList<>();
    Deque<Integer> untold = new ArrayDeque<>();
    settle(index, how, untold);
    while (!untold.isEmpty()) {
      int done = untold.remove();
      settled.add(done);
      dependents.forEach(done, dependent -> tell(dependent, done, ready, untold));
      if (states[done] == State.SKIPPED && isTakenBack(done)) {
        giveUp(done, untold);
      }
    }
    ready.removeIf(op -> states[op] != State.READY);
    return new Step(settled, ready);
  }

  State state(int index) {
    return states[index];
  }

  /** The op because of which one was skipped: itself, or one that failed. */
  int cause(int index) {
    return causes[index];
  }

  boolean isOver() {
    return unsettled == 0;
  }

  private void tell(int dependent, int need, List<Integer> ready, Deque<Integer> untold) {
    if (states[dependent] != State.WAITING) {
      return;
    }
    String id = ops.get(need).id();
    for (Op.Need one : ops.get(dependent).needs()) {
      if (one.op().equals(id)) {
        if (!met(one.on(), states[need])) {
          boolean silent = ops.get(dependent).undoes() || states[need] == State.DROPPED;
          causes[dependent] = causes[need];
          settle(dependent, silent ? State.DROPPED : State.SKIPPED, untold);
          return;
        }
        missing[dependent]--;
        break;
      }
    }
    if (missing[dependent] == 0) {
      states[dependent] = State.READY;
      ready.add(dependent);
    }
  }

  private boolean isTakenBack(int failed) {
    String id = ops.get(failed).id();
    boolean[] found = new boolean[1];
    dependents.forEach(
        failed, dependent -> found[0] |= ops.get(dependent).needs().contains(Op.Need.failed(id)));
    return found[0];
  }

  /** Skips what leads to an op in its own change and has not been started. */
  private void giveUp(int skipped, Deque<Integer> untold) {
    Deque<Integer> path = new ArrayDeque<>(List.of(skipped));
    while (!path.isEmpty()) {
      needs.forEach(
          path.remove(),
          need -> {
            boolean inside = ops.get(need).change().equals(ops.get(skipped).change());
            if (inside && (states[need] == State.WAITING || states[need] == State.READY)) {
              causes[need] = causes[skipped];
              settle(need, State.SKIPPED, untold);
              path.add(need);
            }
          });
    }
  }

  private static boolean met(Op.On on, State state) {
    return switch (on) {
      case DONE -> state == State.DONE;
      case FAILED -> state == State.FAILED || state == State.SKIPPED;
      case OVER -> state.isSettled();
      case BEGUN -> state == State.DONE || state == State.FAILED;
    };
  }

  private void settle(int index, State how, Deque<Integer> untold) {
    states[index] = how;
    unsettled--;
    untold.add(index);
  }
}
