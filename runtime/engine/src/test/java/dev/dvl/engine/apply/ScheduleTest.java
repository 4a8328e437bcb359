package dev.dvl.engine.apply;

import static dev.dvl.engine.apply.TestOps.op;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.engine.apply.Schedule.State;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.change.Op.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  /**
   * A replacement: stop the old one, make the new one, start it, remove the old one, or go back.
   */
  private static Schedule replacement() {
    return new Schedule(
        List.of(
            op(Role.CHANGES, "a.stop"),
            op(Role.MAKES, "a.make", Need.done("a.stop")),
            op(Role.MAKES, "a.start", Need.done("a.make")),
            op(Role.REMOVES, "a.remove", Need.done("a.start")),
            op(Role.UNDOES, "a.restore", Need.done("a.stop"), Need.failed("a.start")),
            op(Role.MAKES, "b.after", Need.done("a.start"))));
  }

  private static List<Integer> end(Schedule schedule, int index, State how) {
    schedule.start(index);
    return schedule.end(index, how).ready();
  }

  @Test
  void whatTakesBackIsDroppedWhenAllGoesWell() {
    Schedule schedule = replacement();
    assertThat(schedule.state(0)).isEqualTo(State.READY);
    assertThat(end(schedule, 0, State.DONE)).containsExactly(1);
    assertThat(end(schedule, 1, State.DONE)).containsExactly(2);
    assertThat(end(schedule, 2, State.DONE)).containsExactly(3, 5);
    assertThat(schedule.state(4)).isEqualTo(State.DROPPED);
    end(schedule, 3, State.DONE);
    end(schedule, 5, State.DONE);
    assertThat(schedule.isOver()).isTrue();
  }

  @Test
  void aFailureStartsWhatTakesBackAndSkipsTheRest() {
    Schedule schedule = replacement();
    end(schedule, 0, State.DONE);
    assertThat(end(schedule, 1, State.FAILED)).containsExactly(4);
    assertThat(schedule.state(3)).isEqualTo(State.SKIPPED);
    assertThat(schedule.state(5)).isEqualTo(State.SKIPPED);
    assertThat(schedule.cause(5)).isEqualTo(1);
    end(schedule, 4, State.DONE);
    assertThat(schedule.isOver()).isTrue();
  }

  @Test
  void nothingIsTakenBackThatWasNotDone() {
    Schedule schedule = replacement();
    assertThat(end(schedule, 0, State.FAILED)).isEmpty();
    assertThat(schedule.state(4)).isEqualTo(State.DROPPED);
    assertThat(schedule.isOver()).isTrue();
  }

  @Test
  void whatFailedMayHaveHadItsEffectAndIsTakenBack() {
    for (State how : List.of(State.DONE, State.FAILED)) {
      Schedule schedule = stopping();
      assertThat(end(schedule, 0, how)).containsExactly(how == State.DONE ? 1 : 2);
    }
  }

  @Test
  void whatWasNeverBegunIsNotTakenBack() {
    Schedule schedule = stopping();
    assertThat(end(schedule, 0, State.SKIPPED)).isEmpty();
    assertThat(schedule.state(2)).isEqualTo(State.DROPPED);
    assertThat(schedule.isOver()).isTrue();
  }

  private static Schedule stopping() {
    return new Schedule(
        List.of(
            op(Role.CHANGES, "a.stop"),
            op(Role.CHANGES, "a.change", Need.done("a.stop")),
            op(Role.UNDOES, "a.restart", Need.begun("a.stop"), Need.failed("a.change"))));
  }

  @Test
  void anOpThatIsNeededTwiceIsWaitedForOnce() {
    Need[] needs = {Need.done("a.stop"), Need.done("a.stop"), Need.done("b.pull")};
    Schedule schedule =
        new Schedule(
            List.of(
                op(Role.CHANGES, "a.stop"),
                op(Role.MAKES, "b.pull"),
                op(Role.MAKES, "a.make", needs)));
    assertThat(end(schedule, 0, State.DONE)).isEmpty();
    assertThat(end(schedule, 1, State.DONE)).containsExactly(2);
    end(schedule, 2, State.DONE);
    assertThat(schedule.isOver()).isTrue();
  }
}
