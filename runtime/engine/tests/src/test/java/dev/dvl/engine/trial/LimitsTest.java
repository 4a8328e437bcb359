package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.Applier;
import dev.dvl.engine.apply.ApplyListener;
import dev.dvl.engine.apply.ApplyOptions;
import dev.dvl.engine.apply.Origins;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.ledger.FileLedger;
import dev.dvl.engine.ledger.Ledger;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.provider.Run;
import dev.dvl.sandbox.SandboxFaults;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many calls run at once, and how long they may take, as the program says. */
class LimitsTest {
  private static final String MANY =
      """
      module it { edition = 2026 }
      host engine: docker { parallelism = 2 }
      for n in 1..12 {
        volume many[n] {}
      }
      """;

  @TempDir Path folder;

  @Test
  void aHostSaysHowManyCallsRunAtOnce() throws Exception {
    assertThat(mostAtOnce(OptionalInt.empty())).isEqualTo(2);
  }

  @Test
  void theUserBeatsTheHost() throws Exception {
    assertThat(mostAtOnce(OptionalInt.of(1))).isEqualTo(1);
  }

  @Test
  void timeoutsLimitTheCallsOfTheirKindOfChange() throws Exception {
    Bench bench = Sandboxes.in(folder);
    String program =
        """
        module it { edition = 2026 }
        host engine: docker {}
        volume slow { timeouts = { create = 5min, destroy = 7s } }
        """;
    Plan plan = bench.plan(program);
    assertThat(plan.ops()).extracting(Op::limit).containsOnly(Duration.ofMinutes(5));
    bench.apply(plan);
    assertThat(bench.planDestroy(program).ops())
        .extracting(Op::limit)
        .containsOnly(Duration.ofSeconds(7));
  }

  private int mostAtOnce(OptionalInt parallelism) throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    SandboxFaults counting =
        new SandboxFaults() {
          @Override
          public void before(Op op, Run run) {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
              Thread.sleep(20);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }

          @Override
          public void after(Op op) {
            running.decrementAndGet();
          }
        };
    Bench bench = Sandboxes.in(folder, counting);
    Plan plan = bench.plan(MANY);
    ApplyOptions options =
        new ApplyOptions(parallelism, Clock.systemUTC(), "run", Optional.empty(), Origins.NONE);
    try (Ledger ledger = FileLedger.open(folder, bench.stack(), bench.state());
        Connections connections = bench.connections()) {
      assertThat(
              Applier.apply(plan, bench.kinds(), connections, ledger, options, ApplyListener.NONE)
                  .diagnostics())
          .isEmpty();
    }
    return most.get();
  }
}
