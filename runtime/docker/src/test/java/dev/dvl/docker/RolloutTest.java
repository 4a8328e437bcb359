package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyEvent;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.apply.ApplyReport.Ended;
import dev.dvl.engine.apply.ApplyReport.Extent;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replicas that follow one another. */
@Tag("docker")
class RolloutTest {
  private static final int NONE = -1;

  private final String name = "roll%08x".formatted(new Random().nextInt());
  @TempDir Path folder;
  private String last = "";
  private Bench bench;

  @BeforeEach
  void open() {
    bench = Programs.in(folder);
  }

  @AfterEach
  void remove() throws Exception {
    bench.apply(bench.planDestroy(last));
  }

  /** With an element that is healthy at first, and sick after three seconds. */
  private String program(int release, int sick) {
    return program(release, sick, "max_parallel = 1, health_window = 5s");
  }

  private String program(int release, int sick, String update) {
    last =
        Programs.program(
            """
            for i in 0..<3 {
              container web[i] {
                name    = "%s-${i}"
                image   = "dvl-test/base:%d"
                command = ["sh", "-c", if i == %d then "sleep 3; touch /tmp/sick; exec idle" else "exec idle"]
                health {
                  command  = ["test", "!", "-e", "/tmp/sick"]
                  interval = 500ms
                  retries  = 1
                }
                update { %s }
              }
            }
            """
                .formatted(name, release, sick, update));
    return last;
  }

  @Test
  void oneStopsWhenTheOneBeforeIsGood() throws Exception {
    bench.applied(program(1, NONE));
    Plan plan = bench.plan(program(2, NONE));
    List<String> order = new ArrayList<>();
    bench.listener(event -> enter(event, order));
    assertThat(bench.apply(plan).result()).isEqualTo(ApplyReport.Result.DONE);
    assertThat(order)
        .containsExactly(
            "stop web[0]", "new web[0]", "stop web[1]", "new web[1]", "stop web[2]", "new web[2]");
    assertThat(bench.plan(last).changes()).isEmpty();
  }

  @Test
  void whatGetsSickInItsWindowGoesBackAndNothingFurtherStarts() throws Exception {
    bench.applied(program(1, NONE));
    String third = id(2);
    Plan plan = bench.plan(program(2, 1));
    String second = id(1);
    ApplyReport report = bench.apply(plan);
    assertThat(report.result()).isEqualTo(ApplyReport.Result.FAILED);
    assertThat(report.changes())
        .extracting(ApplyReport.ChangeResult::ended)
        .containsExactly(Ended.DONE, Ended.FAILED, Ended.SKIPPED);
    assertThat(report.changes())
        .extracting(ApplyReport.ChangeResult::extent)
        .containsExactly(Extent.ALL, Extent.TAKEN_BACK, Extent.NOTHING);
    assertThat(report.diagnostics().getFirst().code()).isEqualTo(Codes.UNHEALTHY);
    assertThat(report.diagnostics().getFirst().notes())
        .contains("Skipped because of it: `web[2]`.");
    assertThat(id(1)).isEqualTo(second);
    assertThat(id(2)).isEqualTo(third);
    assertThat(bench.plan(last).changes())
        .extracting(it -> it.address().toString())
        .containsExactly("web[1]", "web[2]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stop_first", "start_first"})
  void whatWasGoodAlreadyGoesBackAsWell(String order) throws Exception {
    String update =
        "max_parallel = 1, health_window = 6s, on_failure = \"rollback_all\", order = \"%s\""
            .formatted(order);
    bench.applied(program(1, NONE, update));
    List<String> before = List.of(id(0), id(1), id(2));
    Plan plan = bench.plan(program(2, 1, update));
    ApplyReport report = bench.apply(plan);
    assertThat(report.result()).isEqualTo(ApplyReport.Result.FAILED);
    assertThat(report.changes())
        .extracting(ApplyReport.ChangeResult::extent)
        .containsExactly(Extent.TAKEN_BACK, Extent.TAKEN_BACK, Extent.NOTHING);
    assertThat(report.diagnostics().getFirst().code()).isEqualTo(Codes.UNHEALTHY);
    assertThat(report.diagnostics().getFirst().notes())
        .contains("Taken back because of it: `web[0]`.", "Skipped because of it: `web[2]`.");
    assertThat(List.of(id(0), id(1), id(2))).as("all old ones, running").isEqualTo(before);
    assertThat(bench.plan(program(1, NONE, update)).changes()).isEmpty();
    bench.applied(program(2, NONE, update));
    assertThat(bench.plan(last).changes()).isEmpty();
    assertThat(Cli.run("docker", "ps", "-aq", "--filter", "name=" + name).lines()).hasSize(3);
  }

  private String id(int element) throws Exception {
    return Cli.run(
        "docker", "container", "inspect", "-f", "{{.Id}} {{.State.Running}}", name + "-" + element);
  }

  /** Which calls stop an old one, and which end with the new one in its place, in order. */
  private static void enter(ApplyEvent event, List<String> order) {
    if (event instanceof ApplyEvent.Started(Op op) && op.call().equals("container.stop")) {
      order.add("stop " + op.change());
    } else if (event instanceof ApplyEvent.Done(Op op, var ignored) && op.commits()) {
      order.add("new " + op.change());
    }
  }
}
