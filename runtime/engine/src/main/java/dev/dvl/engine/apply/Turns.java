package dev.dvl.engine.apply;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.apply.Schedule.State;
import dev.dvl.engine.change.Op;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whose turn it is. Pure bookkeeping over numbers; one thread at a time.
 *
 * <p>Ready ops start depth first: what takes back goes before all other calls, then what goes on
 * with a change that has begun, and only then what begins another. Of these, what belongs to a
 * change that gave its place back waits until there is one again. At each host so many calls run at
 * once and so many changes have a place; a wait is no call. No two ops of a host run under one
 * lock.
 *
 * <p>A place is an order and never a lock: where a change that has one is stuck, because what is
 * next of it needs ops of other changes, these start whether there is a place for them or not. So
 * something can always start where nothing runs.
 *
 * <p>What takes back waits for what still runs of its change.
 */
final class Turns {
  private record Key(Address host, Address change) {}

  private final List<Op> ops;
  private final Schedule schedule;
  private final Blockers blockers;
  private final List<ChangeProgress> changes = new ArrayList<>();
  private final Map<Address, HostLoad> hosts = new HashMap<>();
  private final NavigableSet<Integer> going;
  private int begun;

  /**
   * Of ops that stand in an order in which needs come first.
   *
   * @param most for each host how many calls run, and how many changes have a place
   */
  Turns(List<Op> ops, Map<Address, Integer> most) {
    this.ops = ops;
    this.schedule = new Schedule(ops);
    this.blockers = new Blockers(schedule, schedule.needs(), changes);
    this.going =
        new TreeSet<>(
            Comparator.comparing((Integer op) -> !ChangeProgress.isWait(ops.get(op)))
                .thenComparing(op -> !ops.get(op).undoes())
                .thenComparingInt(op -> changes.get(op).turn())
                .thenComparing(Comparator.naturalOrder()));
    most.forEach((host, number) -> hosts.put(host, new HostLoad(number)));
    Map<Key, ChangeProgress> byKey = new HashMap<>();
    for (int i = 0; i < ops.size(); i++) {
      Op op = ops.get(i);
      ChangeProgress change =
          byKey.computeIfAbsent(new Key(op.host(), op.change()), ignored -> new ChangeProgress());
      change.add(i, op);
      changes.add(change);
    }
    for (int i = 0; i < ops.size(); i++) {
      tellOthers(i, 1);
      if (schedule.state(i) == State.READY) {
        ready(i);
      }
    }
  }

  /** Starts all whose turn it is, and gives them in that order. */
  List<Integer> next() {
    List<Integer> started = new ArrayList<>();
    goOn(started);
    unstick(started);
    hosts.values().forEach(host -> begin(host, started));
    return started;
  }

  /** Notes how a started op ended. */
  void end(int index, State how) {
    Op op = ops.get(index);
    host(index).locked().removeAll(op.locks());
    host(index).update(changes.get(index), change -> change.end(op));
    Schedule.Step step = schedule.end(index, how);
    for (int settled : step.settled()) {
      if (going.remove(settled) || host(settled).fresh().remove(settled)) {
        changes.get(settled).unready();
      }
      host(settled).update(changes.get(settled), ChangeProgress::settle);
      tellOthers(settled, -1);
      if (changes.get(settled).isOver()) {
        host(settled).open().remove(changes.get(settled));
      }
    }
    step.ready().forEach(this::ready);
  }

  /** Ops of changes that have begun, which could run and are not started yet. */
  List<Integer> queued() {
    return List.copyOf(going);
  }

  Schedule schedule() {
    return schedule;
  }

  private void goOn(List<Integer> started) {
    for (int op : List.copyOf(going)) {
      if (isFree(op) && (!wantsPlace(op) || host(op).hasPlace())) {
        start(op, started);
      }
    }
  }

  /** What changes that are stuck wait for goes on and begins before anything else does. */
  private void unstick(List<Integer> started) {
    List<ChangeProgress> stuck = hosts.values().stream().flatMap(HostLoad::stuck).toList();
    for (int op : blockers.of(stuck)) {
      if (schedule.state(op) == State.READY && isFree(op)) {
        start(op, started);
      }
    }
  }

  private void begin(HostLoad host, List<Integer> started) {
    Optional<Integer> next = first(host);
    while (next.isPresent()) {
      start(next.get(), started);
      next = first(host);
    }
  }

  /** What can run through goes before what will have to stop for others. */
  private Optional<Integer> first(HostLoad host) {
    if (!host.hasPlace()) {
      return Optional.empty();
    }
    Optional<Integer> found = Optional.empty();
    for (int op : host.fresh()) {
      if (isFree(op)) {
        if (changes.get(op).isOnItsOwn()) {
          return Optional.of(op);
        }
        found = found.or(() -> Optional.of(op));
      }
    }
    return found;
  }

  /** Whether only a place may be missing. */
  private boolean isFree(int index) {
    Op op = ops.get(index);
    return (ChangeProgress.isWait(op) || host(index).hasCall())
        && !(op.undoes() && changes.get(index).isAtWork())
        && op.locks().stream().noneMatch(host(index).locked()::contains);
  }

  private boolean wantsPlace(int op) {
    return changes.get(op).wantsPlace(ops.get(op));
  }

  private void start(int index, List<Integer> started) {
    Op op = ops.get(index);
    ChangeProgress change = changes.get(index);
    schedule.start(index);
    host(index).locked().addAll(op.locks());
    if (!change.isBegun()) {
      open(change, host(index));
    }
    going.remove(index);
    host(index).update(change, it -> it.start(op));
    started.add(index);
  }

  /** From now on its ready ops go before those of what has not begun. */
  private void open(ChangeProgress change, HostLoad host) {
    change.begin(begun++);
    host.open().add(change);
    for (int op : change.ops()) {
      if (host.fresh().remove(op)) {
        going.add(op);
      }
    }
  }

  private void ready(int index) {
    ChangeProgress change = changes.get(index);
    change.ready();
    if (change.isBegun()) {
      going.add(index);
    } else {
      host(index).fresh().add(index);
    }
  }

  /** Counts an op with those changes whose ops need it. */
  private void tellOthers(int index, int more) {
    schedule
        .dependents()
        .forEach(
            index,
            dependent -> {
              if (changes.get(dependent) != changes.get(index)) {
                changes.get(dependent).needs(more);
              }
            });
  }

  private HostLoad host(int op) {
    return Objects.requireNonNull(hosts.get(ops.get(op).host()));
  }
}
