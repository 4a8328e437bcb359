package dev.dvl.engine.apply;

import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.OpGraph;
import dev.dvl.engine.graph.Graph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which ops may start, given how others ended. Pure bookkeeping over numbers; one thread at a time.
 *
 * <p>An op starts when all its needs are met. As soon as one cannot be met any more it is skipped,
 * or dropped if it was only there to take something back; both are settled at once, and with them
 * what depends on them. A skipped op counts as failed for those that need a failure.
 */
final class Schedule {
  /** How an op stands. */
  enum State {
    WAITING,
    STARTED,
    DONE,
    FAILED,
    SKIPPED,
    DROPPED
  }

  private final List<Op> ops;
  private final Graph dependents;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final State[] states;
  private final int[] missing;
  private final int[] causes;
  private int unsettled;

  /** The ops must stand in an order in which needs come first. */
  Schedule(List<Op> ops) {
    this.ops = ops;
    this.dependents = OpGraph.of(ops);
    this.states = new State[ops.size()];
    this.missing = new int[ops.size()];
    this.causes = new int[ops.size()];
    this.unsettled = ops.size();
    for (int i = 0; i < ops.size(); i++) {
      numbers.put(ops.get(i).id(), i);
      causes[i] = i;
      states[i] = State.WAITING;
      missing[i] = ops.get(i).needs().size();
    }
  }

  /** Starts all that needs nothing. */
  List<Integer> start() {
    List<Integer> ready = new ArrayList<>();
    for (int i = 0; i < ops.size(); i++) {
      if (missing[i] == 0) {
        states[i] = State.STARTED;
        ready.add(i);
      }
    }
    return ready;
  }

  /** Notes how a started op ended, and starts what can start now. */
  List<Integer> end(int index, State how) {
    List<Integer> ready = new ArrayList<>();
    Deque<Integer> settled = new ArrayDeque<>();
    settle(index, how, settled);
    while (!settled.isEmpty()) {
      int done = settled.remove();
      dependents.forEach(done, dependent -> tell(dependent, done, ready, settled));
    }
    return ready;
  }

  State state(int index) {
    return states[index];
  }

  /** The op because of which one was skipped: itself, or one that failed. */
  int cause(int index) {
    return causes[index];
  }

  boolean takesBack(int index) {
    return ops.get(index).undoes();
  }

  boolean isOver() {
    return unsettled == 0;
  }

  private void tell(int dependent, int need, List<Integer> ready, Deque<Integer> settled) {
    if (states[dependent] != State.WAITING) {
      return;
    }
    String id = ops.get(need).id();
    for (Op.Need one : ops.get(dependent).needs()) {
      if (one.op().equals(id)) {
        if (!met(one.on(), states[need])) {
          boolean silent = takesBack(dependent) || states[need] == State.DROPPED;
          causes[dependent] = causes[need];
          settle(dependent, silent ? State.DROPPED : State.SKIPPED, settled);
          return;
        }
        missing[dependent]--;
        break;
      }
    }
    if (missing[dependent] == 0) {
      states[dependent] = State.STARTED;
      ready.add(dependent);
    }
  }

  private static boolean met(Op.On on, State state) {
    return switch (on) {
      case DONE -> state == State.DONE;
      case FAILED -> state == State.FAILED || state == State.SKIPPED;
    };
  }

  private void settle(int index, State how, Deque<Integer> settled) {
    states[index] = how;
    unsettled--;
    settled.add(index);
  }
}
