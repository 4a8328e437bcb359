package dev.dvl.engine.apply;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What goes on at one host, of which there may be so much: calls that run, and changes that have a
 * place. Locks are names of what is there, and the same name means something else at another host.
 */
final class HostLoad {
  private final int most;
  private int calls;
  private int places;
  private final Set<ChangeProgress> open = new LinkedHashSet<>();
  private final NavigableSet<Integer> fresh = new TreeSet<>();
  private final Set<String> locked = new HashSet<>();

  HostLoad(int most) {
    this.most = most;
  }

  boolean hasCall() {
    return calls < most;
  }

  boolean hasPlace() {
    return places < most;
  }

  /** Does something to a change here, and counts what it takes up anew. */
  void update(ChangeProgress change, Consumer<ChangeProgress> what) {
    count(change, -1);
    what.accept(change);
    count(change, 1);
  }

  private void count(ChangeProgress change, int sign) {
    calls += sign * change.calls();
    places += change.hasPlace() ? sign : 0;
  }

  /** The changes that have begun and not ended, as they began. */
  Set<ChangeProgress> open() {
    return open;
  }

  /** The ready ops of changes that have not begun, in the order of the plan. */
  NavigableSet<Integer> fresh() {
    return fresh;
  }

  /** What calls that run have locked. */
  Set<String> locked() {
    return locked;
  }

  /** Changes that cannot go on by themselves. */
  Stream<ChangeProgress> stuck() {
    return open.stream().filter(ChangeProgress::isStuck);
  }
}
