package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new build comes before the old one goes, and so does the container that asks for it. */
@Tag("docker")
@Tag("engines")
class BuiltStartFirstTest {
  private final String name = "beside%08x".formatted(new Random().nextInt());
  @TempDir Path folder;

  @Test
  void theContainerRunsUntilItsSuccessorDoes() throws Exception {
    Path context = Files.createDirectory(folder.resolve("context"));
    Files.writeString(context.resolve("Dockerfile"), "FROM dvl-test/base:1\nARG RELEASE\n");
    Bench bench = Programs.in(folder);
    bench.applied(program("one"));
    try {
      String older = image();
      Plan plan = bench.plan(program("two"));
      assertThat(plan.changes())
          .extracting(PlannedChange::action)
          .containsExactly(Action.REPLACE_START_FIRST, Action.REPLACE_START_FIRST);
      List<String> calls = plan.ops().stream().map(Op::call).toList();
      assertThat(calls.indexOf("image.build")).isLessThan(calls.indexOf("container.create"));
      assertThat(calls.indexOf("container.start")).isLessThan(calls.indexOf("container.stop"));
      bench.apply(plan);
      assertThat(bench.plan(program("two")).changes()).isEmpty();
      assertThat(image()).isNotEqualTo(older);
      assertThat(Cli.status("docker", "image", "inspect", older)).isNotZero();
    } finally {
      bench.apply(bench.planDestroy(program("two")));
    }
    assertThat(Cli.run("docker", "image", "ls", "-q", name)).isEmpty();
  }

  private String image() throws Exception {
    return Cli.run("docker", "image", "inspect", "-f", "{{.Id}}", name + ":1");
  }

  private String program(String release) {
    return Programs.program(
        """
        image im {
          name = "%1$s:1"
          build { context = "context", args = { RELEASE = "%2$s" } }
        }
        container web {
          image = im
          update { order = "start_first" }
        }
        """
            .formatted(name, release));
  }
}
