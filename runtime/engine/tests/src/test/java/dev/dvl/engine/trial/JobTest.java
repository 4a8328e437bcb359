package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.value.Value;
import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.PlannedChange;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.sandbox.SandboxFaults;
import dev.dvl.sandbox.SandboxProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container that is to complete does so in the sandbox as well, or fails where it is told to. */
class JobTest {
  private static final Code BROKEN = Code.error("DVL7900", "sandbox file cannot be used");

  private static final SandboxFaults NEVER_COMPLETES =
      new SandboxFaults() {
        @Override
        public void before(Op op, Run run) throws OpProblem {
          if (op.call().equals("container.wait_completed")) {
            throw new OpProblem(BROKEN, "It broke.", List.of(), OpProblem.Outcome.DONE_BUT_WRONG);
          }
        }
      };

  private static final String JOB =
      """
      module shop { edition = 2026 }
      host engine: docker {}
      container job {
        image = "migrate:1"
        wait { until = "completed" }
      }
      output code = job.exit_code
      output lines = job.last_lines
      """;

  @TempDir Path folder;

  @Test
  void endsWithZeroAndIsNotRunAgain() throws IOException {
    Bench bench = Sandboxes.in(folder);
    ApplyReport report = bench.applied(JOB);
    assertThat(report.outputs())
        .containsEntry("code", new ApplyReport.Output(Value.of(0), false))
        .containsEntry("lines", new ApplyReport.Output(new Value.ListOf(List.of()), false));
    assertThat(bench.plan(JOB).changes()).isEmpty();
  }

  @Test
  void isRunAgainWhereItHasFailed() throws IOException {
    Bench bench = Sandboxes.in(folder, NEVER_COMPLETES);
    assertThat(bench.apply(bench.plan(JOB)).result()).isEqualTo(ApplyReport.Result.FAILED);
    bench.provider(new SandboxProvider());
    assertThat(bench.plan(JOB).changes())
        .extracting(PlannedChange::action)
        .containsExactlyInAnyOrder(Action.CREATE, Action.DESTROY);
    bench.applied(JOB);
    assertThat(bench.plan(JOB).changes()).isEmpty();
  }
}
