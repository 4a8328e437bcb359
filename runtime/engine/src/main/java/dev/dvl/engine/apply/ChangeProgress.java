package dev.dvl.engine.apply;

import dev.dvl.engine.change.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One change while it is walked: what of it runs, what is still to come, and whether it takes one
 * of the places of its host. It takes one with its first call and gives it back with its end.
 *
 * <p>One that does nothing but make something new gives it back while it only waits, and takes one
 * again with its next call: nothing that was there before is down meanwhile. To look whether it has
 * started is over at once and no such pause; others would only begin what a cut-off run has to make
 * again.
 */
final class ChangeProgress {
  private static final int NOT_BEGUN = -1;
  private static final Optional<String> AT_ONCE = Optional.of("started");

  private final List<Integer> ops = new ArrayList<>();
  private boolean onlyMakes = true;
  private int turn = NOT_BEGUN;
  private boolean placed;
  private int unsettled;
  private int needed;
  private int ready;
  private int calls;
  private int waits;
  private int pauses;
  private int forward;

  /** Adds an op of it. */
  void add(int index, Op op) {
    ops.add(index);
    onlyMakes &=
        switch (op.role()) {
          case MAKES, WAITS, CONNECTS, SETTLES, UNDOES -> true;
          case CHANGES, REMOVES -> false;
        };
    unsettled++;
  }

  /** Its ops, in the order of the plan. */
  List<Integer> ops() {
    return ops;
  }

  /** Whether an op of it was started. */
  boolean isBegun() {
    return turn != NOT_BEGUN;
  }

  /** How many others had begun before it did. */
  int turn() {
    return turn;
  }

  boolean isOver() {
    return unsettled == 0;
  }

  boolean hasPlace() {
    return placed;
  }

  /** How many of its calls run. */
  int calls() {
    return calls;
  }

  /**
   * Whether {@code op} takes a place that is not there yet; what takes back never waits for one.
   */
  boolean wantsPlace(Op op) {
    return !placed && !(onlyMakes && isPause(op));
  }

  /** Whether nothing of it needs an op of another change any more. */
  boolean isOnItsOwn() {
    return needed == 0;
  }

  /** Whether it has a place and cannot go on: all that is next needs ops of other changes. */
  boolean isStuck() {
    return placed && ready + calls + waits == 0;
  }

  /** Whether something of it runs that does not take back. */
  boolean isAtWork() {
    return forward > 0;
  }

  /** Counts an op of another change that one of its own needs; less than nothing: is settled. */
  void needs(int more) {
    needed += more;
  }

  void ready() {
    ready++;
  }

  /** What was ready is not to be any more. */
  void unready() {
    ready--;
  }

  void begin(int others) {
    turn = others;
  }

  void start(Op op) {
    ready--;
    count(op, 1);
    placed |= wantsPlace(op);
    giveBack();
  }

  void end(Op op) {
    count(op, -1);
    giveBack();
  }

  /** One of its ops has ended, or never starts. */
  void settle() {
    unsettled--;
    placed &= unsettled > 0;
  }

  private void giveBack() {
    placed &= !(onlyMakes && calls == 0 && waits > 0 && waits == pauses);
  }

  private void count(Op op, int more) {
    forward += op.undoes() ? 0 : more;
    if (isWait(op)) {
      waits += more;
      pauses += isPause(op) ? more : 0;
    } else {
      calls += more;
    }
  }

  static boolean isWait(Op op) {
    return op.waits();
  }

  private static boolean isPause(Op op) {
    return isWait(op) && !op.reaches().equals(AT_ONCE);
  }
}
