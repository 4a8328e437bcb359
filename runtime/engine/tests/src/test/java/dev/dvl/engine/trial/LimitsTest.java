package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Address;
import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.Applier;
import dev.dvl.engine.apply.ApplyListener;
import dev.dvl.engine.apply.ApplyOptions;
import dev.dvl.engine.apply.ApplyReport;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

  private static final String EIGHT =
      """
      module it { edition = 2026 }
      host engine: docker { parallelism = 1 }
      for n in 1..8 {
        container c[n] {
          image = "shop/page:1"
          env   = { N = "%s" }
          health { command = ["true"] }
        }
        container w[n] {
          image = "shop/worker:1"
          after = [c[n].healthy]
        }
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

  /** Each is stopped, and is up again before the next one is: with a wait, and without. */
  @Test
  void containersAreReplacedOneAfterTheOther() throws Exception {
    Set<Address> down = new HashSet<>();
    List<String> together = new ArrayList<>();
    SandboxFaults watching =
        new SandboxFaults() {
          @Override
          public synchronized void before(Op op, Run run) {
            if (op.call().equals("container.stop")) {
              down.add(op.change());
              if (down.size() > 1) {
                together.add(down.toString());
              }
            }
          }

          @Override
          public synchronized void after(Op op) {
            if (op.call().equals("container.wait_healthy")) {
              down.remove(op.change());
            }
          }
        };
    Bench bench = Sandboxes.in(folder, watching);
    bench.applied(EIGHT.formatted("1"));
    Plan plan = bench.plan(EIGHT.formatted("2"));
    assertThat(plan.ops()).filteredOn(op -> op.call().equals("container.wait_healthy")).hasSize(8);
    assertThat(bench.apply(plan).result()).isEqualTo(ApplyReport.Result.DONE);
    assertThat(together).isEmpty();
    assertThat(down).isEmpty();
  }

  /** As many as may run at once wait for each other, and another one would be counted. */
  private int mostAtOnce(OptionalInt parallelism) throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch together = new CountDownLatch(parallelism.orElse(2));
    SandboxFaults counting =
        new SandboxFaults() {
          @Override
          public void before(Op op, Run run) {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            together.countDown();
            try {
              assertThat(together.await(1, TimeUnit.MINUTES)).isTrue();
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
