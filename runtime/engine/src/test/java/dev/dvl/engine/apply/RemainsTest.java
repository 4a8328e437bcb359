package dev.dvl.engine.apply;

import static dev.dvl.engine.apply.TestOps.op;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.engine.apply.ApplyReport.Extent;
import dev.dvl.engine.apply.Schedule.State;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.change.Op.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RemainsTest {
  private static final List<Op> OPS =
      List.of(
          op(Role.CHANGES, "a.limit"),
          op(Role.CHANGES, "a.stop", Need.done("a.limit")),
          op(Role.MAKES, "a.create", Need.done("a.stop")),
          op(Role.MAKES, "a.start", Need.done("a.create")),
          op(
              Role.UNDOES,
              "a.undo",
              Need.begun("a.stop"),
              Need.over("a.create"),
              Need.failed("a.start")),
          op(Role.UNDOES, "a.again", Need.begun("a.stop"), Need.over("a.undo")));

  private static Remains after(Map<Integer, State> endings) {
    Schedule schedule = new Schedule(OPS);
    Set<Integer> changing = new HashSet<>();
    for (int i = 0; i < OPS.size(); i++) {
      if (schedule.state(i) == State.READY) {
        State how = endings.getOrDefault(i, State.DONE);
        schedule.start(i);
        schedule.end(i, how);
        changing.add(i);
      }
    }
    return new Remains(OPS, schedule, changing, List.of(0, 1, 2, 3, 4, 5));
  }

  private static List<String> left(Remains remains) {
    return remains.left().stream().map(Op::id).toList();
  }

  @Test
  void whatNothingTakesBackStays() {
    Remains remains = after(Map.of(3, State.FAILED));
    assertThat(remains.extent()).isEqualTo(Extent.PART);
    assertThat(left(remains)).containsExactly("a.limit");
  }

  @Test
  void whatDoesNotTakeBackIsNamed() {
    Remains remains = after(Map.of(0, State.FAILED));
    assertThat(left(remains)).containsExactly("a.limit");
    Remains again = after(Map.of(2, State.FAILED, 5, State.FAILED));
    assertThat(again.extent()).isEqualTo(Extent.PART);
  }

  @Test
  void whatWasNotBegunLeavesNothing() {
    Schedule schedule = new Schedule(OPS);
    Remains remains = new Remains(OPS, schedule, Set.of(), List.of(0, 1, 2, 3, 4, 5));
    assertThat(remains.extent()).isEqualTo(Extent.NOTHING);
  }
}
