package dev.dvl.engine.apply;

import static dev.dvl.engine.apply.TestOps.HOST;
import static dev.dvl.engine.apply.TestOps.op;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.apply.Schedule.State;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.change.Op.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** In which order ops start, and how many at once. */
class TurnsTest {
  private final List<Op> ops = new ArrayList<>();

  private void create(String change) {
    ops.add(op(Role.MAKES, change + ".create"));
    ops.add(op(Role.MAKES, change + ".configure", Need.done(change + ".create")));
    ops.add(op(Role.MAKES, change + ".start", Need.done(change + ".configure")));
    ops.add(op(Role.WAITS, change + ".wait", Need.done(change + ".start")));
    ops.add(op(Role.MAKES, change + ".commit", Need.done(change + ".wait")));
  }

  private void replace(String change) {
    ops.add(op(Role.MAKES, change + ".create"));
    ops.add(op(Role.CHANGES, change + ".stop", Need.done(change + ".create")));
    ops.add(op(Role.MAKES, change + ".start", Need.done(change + ".stop")));
    ops.add(op(Role.WAITS, change + ".wait", Need.done(change + ".start")));
    ops.add(op(Role.REMOVES, change + ".remove", Need.done(change + ".wait")));
  }

  private Turns turns(int most) {
    return new Turns(ops, Map.of(HOST, most));
  }

  private List<String> ids(List<Integer> indices) {
    return indices.stream().map(index -> ops.get(index).id()).toList();
  }

  private List<String> end(Turns turns, String id) {
    turns.end(index(id), State.DONE);
    return ids(turns.next());
  }

  private int index(String id) {
    return ops.stream().map(Op::id).toList().indexOf(id);
  }

  @Test
  void ofManyCreationsNoMoreBeginThanThereArePlaces() {
    for (int i = 0; i < 200; i++) {
      ops.add(op(Role.MAKES, "c" + i + ".clone"));
    }
    for (int i = 0; i < 200; i++) {
      ops.add(op(Role.MAKES, "c" + i + ".configure", Need.done("c" + i + ".clone")));
      ops.add(op(Role.WAITS, "c" + i + ".started", Need.done("c" + i + ".configure")));
      ops.add(op(Role.MAKES, "c" + i + ".commit", Need.done("c" + i + ".started")));
    }
    Turns turns = turns(8);
    Deque<Integer> running = new ArrayDeque<>(turns.next());
    Set<String> open = new TreeSet<>();
    int most = 0;
    while (!running.isEmpty()) {
      running.forEach(index -> open.add(ops.get(index).change().toString()));
      most = Math.max(most, open.size());
      int ended = running.remove();
      turns.end(ended, State.DONE);
      if (ops.get(ended).id().endsWith(".commit")) {
        open.remove(ops.get(ended).change().toString());
      }
      running.addAll(turns.next());
    }
    assertThat(turns.schedule().isOver()).isTrue();
    assertThat(most).as("begun and not finished").isEqualTo(8);
  }

  @Test
  void aReplacementIsOverBeforeTheNextBegins() {
    for (int i = 0; i < 8; i++) {
      replace("c" + i);
    }
    Turns turns = turns(1);
    List<String> order = new ArrayList<>();
    List<Integer> running = turns.next();
    while (!running.isEmpty()) {
      assertThat(running).hasSize(1);
      order.addAll(ids(running));
      turns.end(running.getFirst(), State.DONE);
      running = turns.next();
    }
    assertThat(order).isEqualTo(ops.stream().map(Op::id).toList());
  }

  @Test
  void aCreationThatOnlyWaitsLetsOthersBegin() {
    create("a");
    create("b");
    Turns turns = turns(1);
    assertThat(ids(turns.next())).containsExactly("a.create");
    assertThat(end(turns, "a.create")).containsExactly("a.configure");
    assertThat(end(turns, "a.configure")).containsExactly("a.start");
    assertThat(end(turns, "a.start")).containsExactly("a.wait", "b.create");
    assertThat(end(turns, "a.wait")).as("b has the place").isEmpty();
    assertThat(ids(turns.queued())).containsExactly("a.commit");
    assertThat(end(turns, "b.create")).containsExactly("b.configure");
    end(turns, "b.configure");
    assertThat(end(turns, "b.start")).containsExactly("b.wait", "a.commit");
  }

  @Test
  void aWaitTakesNoCall() {
    replace("a");
    replace("b");
    ops.add(op(Role.CHANGES, "c.update"));
    Turns turns = turns(2);
    turns.next();
    for (String step : List.of("create", "stop", "start")) {
      end(turns, "a." + step);
      end(turns, "b." + step);
    }
    assertThat(turns.next()).as("both wait, and keep their places").isEmpty();
    assertThat(end(turns, "a.wait")).containsExactly("a.remove");
    assertThat(end(turns, "a.remove")).containsExactly("c.update");
  }

  /** A network that is replaced under two containers: both leave, it goes and comes, both join. */
  @Test
  void whatAnEdgeAsksForBeginsWhateverTheNumberSays() {
    ops.add(op(Role.CHANGES, "a.leave"));
    ops.add(op(Role.CHANGES, "b.leave"));
    ops.add(op(Role.CHANGES, "c.other"));
    ops.add(op(Role.REMOVES, "net.remove", Need.done("a.leave"), Need.done("b.leave")));
    ops.add(op(Role.MAKES, "net.create", Need.done("net.remove")));
    ops.add(op(Role.CHANGES, "a.join", Need.done("a.leave"), Need.done("net.create")));
    ops.add(op(Role.CHANGES, "b.join", Need.done("b.leave"), Need.done("net.create")));
    Turns turns = turns(1);
    assertThat(ids(turns.next())).as("what runs through goes first").containsExactly("c.other");
    assertThat(end(turns, "c.other")).containsExactly("a.leave");
    assertThat(end(turns, "a.leave")).containsExactly("b.leave");
    assertThat(end(turns, "b.leave")).containsExactly("net.remove");
    assertThat(end(turns, "net.remove")).containsExactly("net.create");
    assertThat(end(turns, "net.create")).containsExactly("a.join");
    assertThat(end(turns, "a.join")).containsExactly("b.join");
    end(turns, "b.join");
    assertThat(turns.schedule().isOver()).isTrue();
  }

  @Test
  void whatTakesBackGoesBeforeAll() {
    ops.add(op(Role.CHANGES, "a.stop"));
    ops.add(op(Role.MAKES, "a.start", Need.done("a.stop")));
    ops.add(op(Role.CHANGES, "b.stop"));
    ops.add(op(Role.CHANGES, "b.change", Need.done("b.stop")));
    ops.add(op(Role.UNDOES, "b.undo", Need.done("b.stop"), Need.failed("b.change")));
    ops.add(op(Role.CHANGES, "b.more", Need.done("b.stop")));
    Turns turns = new Turns(ops, Map.of(HOST, 2));
    assertThat(ids(turns.next())).containsExactly("a.stop", "b.stop");
    turns.end(0, State.DONE);
    assertThat(end(turns, "b.stop")).containsExactly("a.start", "b.change");
    turns.end(index("b.change"), State.FAILED);
    assertThat(ids(turns.next())).containsExactly("b.undo");
    assertThat(ids(turns.queued())).containsExactly("b.more");
  }

  @Test
  void noTwoRunUnderOneLock() {
    ops.add(op(Role.MAKES, HOST, "a.pull", Set.of("image:x"), List.of()));
    ops.add(op(Role.MAKES, HOST, "b.pull", Set.of("image:x", "other"), List.of()));
    ops.add(op(Role.MAKES, HOST, "c.pull", Set.of("image:y"), List.of()));
    Turns turns = turns(3);
    assertThat(ids(turns.next())).containsExactly("a.pull", "c.pull");
    assertThat(end(turns, "a.pull")).containsExactly("b.pull");
  }

  /** Machines often have containers of the same name. */
  @Test
  void aLockIsOfOneHost() {
    ops.add(op(Role.MAKES, Address.of("one"), "a.build", Set.of("image:x"), List.of()));
    ops.add(op(Role.MAKES, Address.of("two"), "b.build", Set.of("image:x"), List.of()));
    Turns turns = new Turns(ops, Map.of(Address.of("one"), 1, Address.of("two"), 1));
    assertThat(ids(turns.next())).containsExactlyInAnyOrder("a.build", "b.build");
  }
}
