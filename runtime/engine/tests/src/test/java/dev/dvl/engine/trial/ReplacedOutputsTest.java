package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.sandbox.SandboxFaults;
import dev.dvl.sandbox.SandboxProvider;
import dev.dvl.sandbox.scenario.Pace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an apply tells of a replaced object is what the next plan reads. */
class ReplacedOutputsTest {
  private static final Code BROKEN = Code.error("DVL7900", "sandbox file cannot be used");

  private static final SandboxFaults NO_START =
      new SandboxFaults() {
        @Override
        public void before(Op op, Run run) throws OpProblem {
          if (op.call().equals("container.start")) {
            throw new OpProblem(BROKEN, "It broke.", List.of(), OpProblem.Outcome.NOT_DONE);
          }
        }
      };

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"stop_first", "start_first"})
  void areThoseOfTheNewOne(String order) throws IOException {
    Bench bench = Sandboxes.in(folder);
    ApplyReport first = bench.applied(program("web:1", order));
    ApplyReport second = bench.applied(program("web:2", order));
    assertThat(second.outputs()).isNotEqualTo(first.outputs());
    assertThat(bench.applied(program("web:2", order)).outputs()).isEqualTo(second.outputs());
  }

  @ParameterizedTest
  @ValueSource(strings = {"stop_first", "start_first"})
  void areThoseOfTheOldOneThatIsBack(String order) throws IOException {
    Bench bench = Sandboxes.in(folder);
    ApplyReport first = bench.applied(program("web:1", order));
    Plan plan = bench.plan(program("web:2", order));
    ApplyReport failed = bench.provider(new SandboxProvider(NO_START, Pace.REAL)).apply(plan);
    assertThat(failed.result()).isEqualTo(ApplyReport.Result.FAILED);
    assertThat(failed.outputs()).isEqualTo(first.outputs());
  }

  private static String program(String image, String order) {
    return """
    module shop { edition = 2026 }
    host engine: docker {}
    container web {
      image = "%s"
      update { order = "%s" }
    }
    output id = web.id
    """
        .formatted(image, order);
  }
}
