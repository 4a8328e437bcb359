package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyEvent;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds of every rollout, whatever fails in it: of the elements no more than a batch is down
 * or unproven at once, and after a failure no element is touched that was not begun.
 */
class RolloutLawsTest {
  private static final Code BROKEN = Code.error("DVL7900", "sandbox file cannot be used");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void noMoreThanABatchAtOnce(int seed) throws IOException {
    Random random = new Random(seed);
    int count = 2 + random.nextInt(6);
    int most = 1 + random.nextInt(3);
    boolean startFirst = random.nextBoolean();
    String canary = random.nextBoolean() ? "canary = " + (1 + random.nextInt(2)) : "";
    Bench bench = Sandboxes.in(folder);
    String now = program(count, most, startFirst, canary, 1);
    bench.applied(now);
    for (int round = 2; round < 6; round++) {
      String next = program(count, most, startFirst, canary, round);
      Watch watch = new Watch(random.nextInt(3) == 0 ? -1 : random.nextInt(count));
      Plan plan = bench.provider(new SandboxProvider(watch, Pace.NONE)).plan(next);
      ApplyReport report = bench.listener(watch::on).apply(plan);
      assertThat(watch.mostAtOnce)
          .as("seed %d", seed)
          .isLessThanOrEqualTo(Math.max(most, canary.isEmpty() ? 0 : 2));
      assertThat(watch.late).as("begun after a failure, seed %d", seed).isEmpty();
      assertThat(report.result() == ApplyReport.Result.DONE).isEqualTo(watch.failed.isEmpty());
      bench.provider(new SandboxProvider(SandboxFaults.NONE, Pace.NONE)).listener(event -> {});
      bench.applied(next);
      assertThat(bench.plan(next).changes()).as("seed %d", seed).isEmpty();
    }
  }

  private static String program(int count, int most, boolean startFirst, String canary, int image) {
    return """
    module shop { edition = 2026 }
    host engine: docker {}
    for i in 0..<%d {
      container web[i] {
        image = "web:%d"
        update {
          order         = "%s"
          max_parallel  = %d
          health_window = 3s
          %s
        }
      }
    }
    """
        .formatted(count, image, startFirst ? "start_first" : "stop_first", most, canary);
  }

  /** Lets an element fail, and looks at who has begun and is not through. */
  private static final class Watch implements SandboxFaults {
    private final String victim;
    private final Map<String, Integer> left = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final Set<String> failed = new TreeSet<>();
    private final List<String> late = new ArrayList<>();
    private int mostAtOnce;

    Watch(int victim) {
      this.victim = "web[" + victim + "]";
    }

    @Override
    public void before(Op op, Run run) throws OpProblem {
      if (op.call().equals("container.wait_steady") && op.change().toString().equals(victim)) {
        throw new OpProblem(BROKEN, "It broke.", List.of(), OpProblem.Outcome.NOT_DONE);
      }
    }

    private void on(ApplyEvent event) {
      switch (event) {
        case ApplyEvent.Started(Op op) -> started(op.change().toString());
        case ApplyEvent.Done(Op op, var ignored) -> {
          if (op.role() == Op.Role.REMOVES) {
            left.remove(op.change().toString());
          }
        }
        case ApplyEvent.Failed(Op op, var ignored, var alsoIgnored) ->
            failed.add(op.change().toString());
        case ApplyEvent ignored -> {}
      }
    }

    private void started(String element) {
      if (begun.add(element)) {
        left.put(element, 1);
        if (!failed.isEmpty()) {
          late.add(element);
        }
      }
      mostAtOnce = Math.max(mostAtOnce, left.size());
    }
  }
}
