package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.OpProblem;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Waits end with the first thing that decides them, and say what happened. */
@Tag("docker")
@Tag("engines")
class WaitTest {

  @Test
  void endsWhenHealthy() throws Exception {
    try (Bench bench = Bench.open()) {
      Live live =
          bench.create("container", "it", "image", "dvl-test/web:1", "wait", until("healthy", 30));
      assertThat(live.value("running")).isEqualTo(V.of(true));
      assertThat(bench.said).contains("waiting for its health check");
    }
  }

  @Test
  void failsAtOnceWhenUnhealthy() throws Exception {
    OpProblem problem = fails("dvl-test/sick:1", until("healthy", 60));
    assertThat(problem.code()).isEqualTo(Codes.UNHEALTHY);
    assertThat(problem.details()).anyMatch(line -> line.contains("the disk is full"));
  }

  @Test
  void failsWhenTheContainerExitsWhileStarting() throws Exception {
    OpProblem problem = fails("dvl-test/dies:1", until("healthy", 60));
    assertThat(problem.code()).isEqualTo(Codes.EXITED);
    assertThat(problem).hasMessageContaining("code 4");
  }

  @Test
  void showsTheLastLinesOfWhatExitsAtOnce() throws Exception {
    OpProblem problem = fails("dvl-test/exits:1", Value.Null.NULL);
    assertThat(problem.code()).isEqualTo(Codes.EXITED);
    assertThat(problem).hasMessageContaining("code 3");
    assertThat(problem.details())
        .containsExactlyInAnyOrder("opening /data/shop.db", "fatal: the database has no schema");
    assertThat(problem.outcome()).isEqualTo(OpProblem.Outcome.DONE_BUT_WRONG);
  }

  @Test
  void givesUpInTime() throws Exception {
    OpProblem problem = fails("dvl-test/late:1", until("healthy", 1));
    assertThat(problem.code()).isEqualTo(Codes.WAITED);
  }

  @Test
  void refusesToWaitForAHealthThatNeverComes() throws Exception {
    OpProblem problem = fails("dvl-test/base:1", until("healthy", 60));
    assertThat(problem.code()).isEqualTo(Codes.WAITED);
    assertThat(problem).hasMessageContaining("has no health check");
  }

  @Test
  void waitsForTheEndOfAJob() throws Exception {
    try (Bench bench = Bench.open()) {
      Live live =
          bench.create(
              "container",
              "job",
              "image",
              "dvl-test/base:1",
              "command",
              V.list("sh", "-c", "sleep 0.5; echo done"),
              "wait",
              until("completed", 30));
      assertThat(live.value("running")).isEqualTo(V.of(false));
      assertThat(live.output("exit_code")).isEqualTo(V.of(0));
      assertThat(live.output("last_lines")).isEqualTo(V.list("done"));
    }
  }

  @Test
  void aJobThatFailsSaysSoInItsLastLines() throws Exception {
    OpProblem problem = fails("dvl-test/exits:1", until("completed", 30));
    assertThat(problem.code()).isEqualTo(Codes.NOT_COMPLETED);
    assertThat(problem).hasMessageContaining("code 3");
    assertThat(problem.details()).contains("fatal: the database has no schema");
  }

  @Test
  void leavesAnUnfinishedContainerUnfinished() throws Exception {
    try (Bench bench = Bench.open()) {
      assertThrows(
          OpProblem.class, () -> bench.create("container", "it", "image", "dvl-test/exits:1"));
      assertThat(bench.live("it").standing()).isEqualTo(Live.Standing.UNFINISHED);
    }
  }

  @Test
  void takesAPortThatIsTaken() throws Exception {
    try (Bench bench = Bench.open();
        java.net.ServerSocket taken = new java.net.ServerSocket(0)) {
      Value ports = V.set("127.0.0.1:" + taken.getLocalPort() + ":80");
      taken.setReuseAddress(true);
      OpProblem problem =
          assertThrows(
              OpProblem.class,
              () -> bench.create("container", "it", "image", "dvl-test/base:1", "ports", ports));
      assertThat(problem.code()).isEqualTo(Codes.PORT_TAKEN);
    }
  }

  @Test
  void stopsWhatIsStubborn() throws Exception {
    try (Bench bench = Bench.open()) {
      Live live =
          bench.create(
              "container", "it", "image", "dvl-test/stubborn:1", "stop_grace", V.seconds(1));
      bench.apply(bench.change(Action.DESTROY, Optional.of(live), Optional.empty()));
      assertThat(bench.find("it")).isEmpty();
    }
  }

  @Test
  void startsAgainWhatWasStopped() throws Exception {
    try (Bench bench = Bench.open()) {
      Live live = bench.create("container", "it", "image", "dvl-test/base:1");
      Desired stopped =
          bench.desired("container", "it", V.fields("image", "dvl-test/base:1", "running", false));
      bench.apply(bench.change(Action.UPDATE, Optional.of(live), Optional.of(stopped)));
      Live off = bench.live("it");
      assertThat(off.value("running")).isEqualTo(V.of(false));
      Desired on =
          bench.desired("container", "it", V.fields("image", "dvl-test/base:1", "running", true));
      bench.apply(bench.change(Action.UPDATE, Optional.of(off), Optional.of(on)));
      assertThat(bench.live("it").value("running")).isEqualTo(V.of(true));
    }
  }

  private static OpProblem fails(String image, Value wait) throws Exception {
    try (Bench bench = Bench.open()) {
      return assertThrows(
          OpProblem.class, () -> bench.create("container", "it", "image", image, "wait", wait));
    }
  }

  private static Value until(String what, long seconds) {
    return V.object("until", what, "timeout", V.seconds(seconds));
  }
}
