package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.value.Value;
import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.plan.PlannedChange;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A container that is to complete runs once: again only where its definition changes, or where it
 * has failed. It counts its runs in a volume, and writes the count.
 */
@Tag("docker")
class JobTest {
  private final String name = "job%08x".formatted(new Random().nextInt());
  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = Programs.in(folder).losingData();
  }

  @AfterEach
  void leaveNothing() throws Exception {
    bench.apply(bench.planDestroy(program("one", 0, "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "update { order = \"start_first\" }"})
  void runsOnceForEachDefinition(String more) throws Exception {
    assertRun(bench.applied(program("one", 0, more)), 1);
    assertThat(bench.plan(program("one", 0, more)).changes()).isEmpty();
    assertRun(bench.applied(program("one", 0, more)), 1);
    assertRun(bench.applied(program("two", 0, more)), 2);
    assertThat(bench.plan(program("two", 0, more)).changes()).isEmpty();
  }

  @Test
  void doesNotRunForWhatChangesAsItIs() throws Exception {
    assertRun(bench.applied(program("one", 0, "")), 1);
    String changed = program("one", 0, "memory = 64MiB\n  name = \"" + name + "-renamed\"");
    assertThat(bench.plan(changed).changes())
        .extracting(PlannedChange::action)
        .containsExactly(Action.UPDATE);
    assertRun(bench.applied(changed), 1);
    assertThat(bench.plan(changed).changes()).isEmpty();
  }

  @Test
  void runsAgainWhereItIsToldTo() throws Exception {
    assertRun(bench.applied(program("one", 0, "replace_when = [\"monday\"]")), 1);
    assertRun(bench.applied(program("one", 0, "replace_when = [\"tuesday\"]")), 2);
  }

  @Test
  void theFirstRunMayFail() throws Exception {
    assertFails(program("one", 3, ""));
    assertThat(bench.plan(program("one", 3, "")).changes())
        .extracting(PlannedChange::action)
        .containsExactlyInAnyOrder(Action.CREATE, Action.DESTROY);
    assertFails(program("one", 3, ""));
    assertRun(bench.applied(program("one", 0, "")), 3);
    assertThat(bench.plan(program("one", 0, "")).changes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "update { order = \"start_first\" }"})
  void aLaterRunMayFail(String more) throws Exception {
    assertRun(bench.applied(program("one", 0, more)), 1);
    assertFails(program("two", 3, more));
    assertThat(bench.plan(program("one", 0, more)).changes()).isEmpty();
    assertRun(bench.applied(program("one", 0, more)), 1);
    assertThat(bench.plan(program("two", 3, more)).changes()).hasSize(1);
    assertRun(bench.applied(program("two", 0, more)), 3);
  }

  private static void assertRun(ApplyReport report, int run) {
    assertThat(report.outputs())
        .containsEntry("code", new ApplyReport.Output(Value.of(0), false))
        .containsEntry("lines", new ApplyReport.Output(V.list("run " + run, "over"), false));
  }

  private void assertFails(String program) throws Exception {
    ApplyReport report = bench.apply(bench.plan(program));
    assertThat(report.result()).isEqualTo(ApplyReport.Result.FAILED);
    List<Diagnostic> told = report.diagnostics();
    assertThat(told).extracting(Diagnostic::code).containsExactly(Codes.NOT_COMPLETED);
    assertThat(told.getFirst().notes())
        .anyMatch(it -> it.contains("ended with code 3"))
        .contains("over");
  }

  private String program(String word, int code, String more) {
    return Programs.program(
        """
        volume runs { name = "%1$s" }
        container job {
          image   = "dvl-test/base:1"
          mounts  = [{ type = "volume", source = runs, target = "/runs" }]
          command = ["sh", "-c", "echo %2$s >> /runs/all; echo run `wc -l < /runs/all`; echo over; exit %3$d"]
          wait { until = "completed" }
          %4$s
        }
        output code = job.exit_code
        output lines = job.last_lines
        """
            .formatted(name, word, code, more));
  }
}
