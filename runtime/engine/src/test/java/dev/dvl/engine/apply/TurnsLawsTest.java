package dev.dvl.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.apply.Schedule.State;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.change.Op.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Laws over random graphs of changes that hand things over to each other, and take them back where
 * something fails: every walk ends, whatever the number is, and goes beyond it only for an edge.
 */
class TurnsLawsTest {
  private static final List<Address> HOSTS = List.of(Address.of("h0"), Address.of("h1"));

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyWalkEnds(int most) {
    for (int seed = 0; seed < 1000; seed++) {
      Random random = new Random(seed);
      new RandomWalk("seed " + seed, graph(random), most, random).run();
    }
  }

  /** Changes whose ops stand in turn, so that each may need whatever stands before it. */
  private static List<Op> graph(Random random) {
    int changes = 1 + random.nextInt(8);
    int handOvers = random.nextInt(4);
    List<Op> ops = new ArrayList<>();
    Map<Integer, String> last = new HashMap<>();
    Map<Integer, Integer> undone = new HashMap<>();
    for (int i = changes * (1 + random.nextInt(5)); i > 0; i--) {
      int change = random.nextInt(changes);
      String id = "c" + change + ".op" + ops.size();
      Set<Need> needs = new HashSet<>();
      if (last.containsKey(change)) {
        needs.add(Need.done(last.get(change)));
      }
      for (int edge = random.nextInt(2) * handOvers; edge > 0 && !ops.isEmpty(); edge--) {
        Op other = ops.get(random.nextInt(ops.size()));
        if (!other.undoes()) {
          needs.add(Need.done(other.id()));
        }
      }
      ops.add(op(role(change, random), change, id, random, needs));
      if (last.containsKey(change) && random.nextInt(4) == 0) {
        String back = "c" + change + ".undo" + undone.merge(change, 1, Integer::sum);
        Set<Need> when = Set.of(Need.done(last.get(change)), Need.failed(id));
        ops.add(op(Role.UNDOES, change, back, random, when));
      }
      last.put(change, id);
    }
    return ops;
  }

  /** Every third change only makes something new. */
  private static Role role(int change, Random random) {
    List<Role> making = List.of(Role.MAKES, Role.MAKES, Role.WAITS);
    List<Role> all = List.of(Role.MAKES, Role.CHANGES, Role.REMOVES, Role.WAITS);
    List<Role> roles = change % 3 == 0 ? making : all;
    return roles.get(random.nextInt(roles.size()));
  }

  private static Op op(Role role, int change, String id, Random random, Set<Need> needs) {
    Set<String> locks = random.nextInt(3) == 0 ? Set.of("lock" + random.nextInt(3)) : Set.of();
    return TestOps.op(role, HOSTS.get(change % 2), id, locks, List.copyOf(needs));
  }

  /** Walks a graph, lets ops end as chance has it, and looks at each start for itself. */
  private static final class RandomWalk {
    private final String name;
    private final List<Op> ops;
    private final int most;
    private final Random random;
    private final Turns turns;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Integer> running = new ArrayList<>();
    private final Set<Integer> started = new HashSet<>();
    private final Set<Address> begun = new HashSet<>();

    RandomWalk(String name, List<Op> ops, int most, Random random) {
      this.name = name;
      this.ops = ops;
      this.most = most;
      this.random = random;
      this.turns = new Turns(ops, Map.of(HOSTS.get(0), most, HOSTS.get(1), most));
      IntStream.range(0, ops.size()).forEach(i -> numbers.put(ops.get(i).id(), i));
    }

    void run() {
      int stopped = random.nextInt(3) == 0 ? random.nextInt(ops.size() + 1) : Integer.MAX_VALUE;
      start();
      for (int ends = 0; !turns.schedule().isOver(); ends++) {
        assertThat(running).as("%s: something runs", name).isNotEmpty();
        int ended = running.remove(/* index */ random.nextInt(running.size()));
        turns.end(ended, end(ops.get(ended), ends >= stopped));
        start();
      }
      assertThat(running).as(name).isEmpty();
    }

    /** Once the run is to stop, nothing is carried out but what takes back. */
    private State end(Op op, boolean stopped) {
      if (stopped && !op.undoes()) {
        return State.SKIPPED;
      }
      return random.nextInt(12) == 0 ? State.FAILED : State.DONE;
    }

    private void start() {
      Set<Address> placed = placed();
      Set<Address> stuck = stuck(placed);
      Set<Integer> wanted = wanted(stuck);
      for (int index : turns.next()) {
        Op op = ops.get(index);
        running.add(index);
        started.add(index);
        begun.add(op.change());
        placed.retainAll(placed());
        if (!placed.contains(op.change()) && placed().contains(op.change())) {
          boolean room = count(placed, op.host()) < most;
          assertThat(room || wanted.contains(index))
              .as("%s: %s begins for want of room", name, op.id())
              .isTrue();
          placed.add(op.change());
        }
      }
      bounds();
      depthFirst();
    }

    /** Nothing that goes on with a change stands behind while there is room for its call. */
    private void depthFirst() {
      Set<Address> placed = placed();
      for (int i = 0; i < ops.size(); i++) {
        Op op = ops.get(i);
        boolean left = turns.schedule().state(i) == State.READY && placed.contains(op.change());
        boolean room = op.role() == Role.WAITS || calls(op.host()) < most;
        boolean locked =
            running.stream()
                .map(ops::get)
                .filter(it -> it.host().equals(op.host()))
                .anyMatch(it -> it.locks().stream().anyMatch(op.locks()::contains));
        assertThat(left && room && !locked).as("%s: %s is left", name, op.id()).isFalse();
      }
    }

    private void bounds() {
      List<String> locks =
          running.stream()
              .map(ops::get)
              .flatMap(op -> op.locks().stream().map(lock -> op.host() + " " + lock))
              .toList();
      assertThat(locks).as(name).doesNotHaveDuplicates();
      HOSTS.forEach(host -> assertThat(calls(host)).as(name).isLessThanOrEqualTo(most));
    }

    private long calls(Address host) {
      return running.stream()
          .map(ops::get)
          .filter(op -> op.role() != Role.WAITS && op.host().equals(host))
          .count();
    }

    /** Changes that are begun and not over, but for new ones that only wait or have waited. */
    private Set<Address> placed() {
      Set<Address> found = new HashSet<>();
      for (Address change : begun) {
        boolean open = mine(change).anyMatch(i -> !turns.schedule().state(i).isSettled());
        if (open && !givesBack(change)) {
          found.add(change);
        }
      }
      return found;
    }

    private boolean givesBack(Address change) {
      boolean onlyMakes =
          mine(change)
              .mapToObj(ops::get)
              .allMatch(
                  op ->
                      op.role() == Role.MAKES
                          || op.role() == Role.WAITS
                          || op.role() == Role.UNDOES);
      boolean calls =
          running.stream()
              .map(ops::get)
              .anyMatch(op -> op.change().equals(change) && op.role() != Role.WAITS);
      boolean waitsLast =
          mine(change)
              .filter(i -> ops.get(i).role() != Role.UNDOES)
              .filter(started::contains)
              .mapToObj(ops::get)
              .reduce((one, other) -> other)
              .filter(op -> op.role() == Role.WAITS)
              .isPresent();
      return onlyMakes && !calls && waitsLast;
    }

    private IntStream mine(Address change) {
      return IntStream.range(0, ops.size()).filter(i -> ops.get(i).change().equals(change));
    }

    private Set<Address> stuck(Set<Address> placed) {
      Set<Address> found = new HashSet<>(placed);
      found.removeIf(
          change ->
              mine(change)
                  .mapToObj(turns.schedule()::state)
                  .anyMatch(state -> state == State.READY || state == State.STARTED));
      return found;
    }

    private Set<Integer> wanted(Set<Address> changes) {
      Set<Integer> found = new HashSet<>();
      changes.forEach(change -> mine(change).forEach(i -> want(i, found)));
      return found;
    }

    private void want(int index, Set<Integer> found) {
      if (!turns.schedule().state(index).isSettled() && found.add(index)) {
        ops.get(index)
            .needs()
            .forEach(need -> want(Objects.requireNonNull(numbers.get(need.op())), found));
      }
    }

    private long count(Set<Address> changes, Address host) {
      return changes.stream().filter(it -> hostOf(it).equals(host)).count();
    }

    private Address hostOf(Address change) {
      return ops.get(mine(change).findFirst().orElseThrow()).host();
    }
  }
}
