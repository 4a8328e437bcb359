package dev.dvl.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.apply.Schedule.State;
import dev.dvl.engine.change.Op;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  /**
   * A replacement: stop the old one, make the new one, start it, remove the old one, or go back.
   */
  private static Schedule replacement() {
    return new Schedule(
        List.of(
            op("stop"),
            op("make", Op.Need.done("stop")),
            op("start", Op.Need.done("make")),
            op("remove", Op.Need.done("start")),
            op("restore", Op.Need.done("stop"), Op.Need.failed("start")),
            op("after", Op.Need.done("start"))));
  }

  private static Op op(String id, Op.Need... needs) {
    boolean undoes = Stream.of(needs).anyMatch(need -> need.on() == Op.On.FAILED);
    return new Op(
        id,
        Address.of("a"),
        Address.of("h"),
        new Op.Request(id, new TreeMap<>(), Set.of(), true, Duration.ofSeconds(1)),
        new Op.Effect(undoes ? Op.Role.UNDOES : Op.Role.MAKES, Set.of(), Optional.empty(), false),
        List.of(needs),
        Optional.empty());
  }

  @Test
  void whatTakesBackIsDroppedWhenAllGoesWell() {
    Schedule schedule = replacement();
    assertThat(schedule.start()).containsExactly(0);
    assertThat(schedule.end(0, State.DONE)).containsExactly(1);
    assertThat(schedule.end(1, State.DONE)).containsExactly(2);
    assertThat(schedule.end(2, State.DONE)).containsExactly(3, 5);
    assertThat(schedule.state(4)).isEqualTo(State.DROPPED);
    schedule.end(3, State.DONE);
    schedule.end(5, State.DONE);
    assertThat(schedule.isOver()).isTrue();
  }

  @Test
  void aFailureStartsWhatTakesBackAndSkipsTheRest() {
    Schedule schedule = replacement();
    schedule.start();
    schedule.end(0, State.DONE);
    assertThat(schedule.end(1, State.FAILED)).containsExactly(4);
    assertThat(schedule.state(3)).isEqualTo(State.SKIPPED);
    assertThat(schedule.state(5)).isEqualTo(State.SKIPPED);
    assertThat(schedule.cause(5)).isEqualTo(1);
    schedule.end(4, State.DONE);
    assertThat(schedule.isOver()).isTrue();
  }

  @Test
  void nothingIsTakenBackThatWasNotDone() {
    Schedule schedule = replacement();
    schedule.start();
    assertThat(schedule.end(0, State.FAILED)).isEmpty();
    assertThat(schedule.state(4)).isEqualTo(State.DROPPED);
    assertThat(schedule.isOver()).isTrue();
  }

  @Test
  void anOpThatIsNeededTwiceIsWaitedForOnce() {
    Op twice = op("make", Op.Need.done("stop"), Op.Need.done("stop"), Op.Need.done("pull"));
    Schedule schedule = new Schedule(List.of(op("stop"), op("pull"), twice));
    schedule.start();
    assertThat(schedule.end(0, State.DONE)).isEmpty();
    assertThat(schedule.end(1, State.DONE)).containsExactly(2);
    schedule.end(2, State.DONE);
    assertThat(schedule.isOver()).isTrue();
  }
}
