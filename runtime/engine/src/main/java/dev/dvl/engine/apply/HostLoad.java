package dev.dvl.engine.apply;

import java.util.LinkedHashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What goes on at one host, of which there may be so much: calls that run, and changes that have a
 * place.
 */
final class HostLoad {
  private final int most;
  private final Set<ChangeProgress> open = new LinkedHashSet<>();
  private final NavigableSet<Integer> fresh = new TreeSet<>();

  HostLoad(int most) {
    this.most = most;
  }

  boolean hasCall() {
    return open.stream().mapToInt(ChangeProgress::calls).sum() < most;
  }

  boolean hasPlace() {
    return open.stream().filter(ChangeProgress::hasPlace).count() < most;
  }

  /** The changes that have begun and not ended, as they began. */
  Set<ChangeProgress> open() {
    return open;
  }

  /** The ready ops of changes that have not begun, in the order of the plan. */
  NavigableSet<Integer> fresh() {
    return fresh;
  }

  /** Changes that cannot go on by themselves. */
  Stream<ChangeProgress> stuck() {
    return open.stream().filter(ChangeProgress::isStuck);
  }
}
