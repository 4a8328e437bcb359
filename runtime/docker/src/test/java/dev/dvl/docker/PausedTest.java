package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.plan.Plan;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container that somebody has paused does not run, whatever the engine says beside it. */
@Tag("docker")
class PausedTest {
  private final String name = "paused%08x".formatted(new Random().nextInt());
  @TempDir Path folder;

  @Test
  void goesOnWithTheNextApply() throws Exception {
    Bench bench = Programs.in(folder);
    bench.applied(program("1"));
    try {
      String id = inspect("{{.Id}}");
      Cli.run("docker", "pause", name);
      Plan plan = bench.plan(program("1"));
      assertThat(plan.changes()).hasSize(1);
      assertThat(plan.changes().getFirst().action()).isEqualTo(Action.UPDATE);
      assertThat(plan.changes().getFirst().fields())
          .extracting(field -> field.path().toString())
          .containsExactly("running");
      bench.apply(plan);
      assertThat(inspect("{{.State.Paused}} {{.Id}}")).isEqualTo("false " + id);
      assertThat(bench.plan(program("1")).changes()).isEmpty();
    } finally {
      bench.apply(bench.planDestroy(program("1")));
    }
  }

  @Test
  void isReplacedAndDestroyed() throws Exception {
    Bench bench = Programs.in(folder);
    bench.applied(program("1"));
    try {
      Cli.run("docker", "pause", name);
      bench.applied(program("2"));
      assertThat(bench.plan(program("2")).changes()).isEmpty();
      Cli.run("docker", "pause", name);
    } finally {
      bench.apply(bench.planDestroy(program("2")));
    }
    assertThat(Cli.status("docker", "inspect", name)).isNotZero();
  }

  private String inspect(String format) throws Exception {
    return Cli.run("docker", "inspect", "-f", format, name);
  }

  private String program(String release) {
    return Programs.program(
        """
        container web {
          name  = "%1$s"
          image = "dvl-test/base:%2$s"
        }
        """
            .formatted(name, release));
  }
}
