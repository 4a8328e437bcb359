package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.value.Address;
import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.apply.ApplyReport.Ended;
import dev.dvl.engine.apply.ApplyReport.Extent;
import dev.dvl.engine.apply.ApplyReport.Result;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.ledger.FileLedger;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.sandbox.SandboxFaults;
import dev.dvl.sandbox.SandboxProvider;
import dev.dvl.sandbox.scenario.Pace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A set that changes in batches, where something goes wrong. */
class RolloutTest {
  private static final Code BROKEN = Code.error("DVL7900", "sandbox file cannot be used");

  @TempDir Path folder;

  private static String web(String image) {
    return """
    module shop { edition = 2026 }
    host engine: docker {}
    for i in 0..<4 {
      container web[i] {
        image = "%s"
        update {
          max_parallel  = 1
          health_window = 10s
        }
      }
    }
    """
        .formatted(image);
  }

  private static String machines(String memory) {
    return """
    module lab { edition = 2026 }
    host lab: vsphere { server = "vc.example", user = "dvl", password = "x", datacenter = "DC0" }
    for i in 0..<3 {
      vm app[i] {
        cpus   = 1
        memory = %s
        disk root { size = 8GiB }
        update {
          max_parallel  = 1
          health_window = 1min
        }
      }
    }
    """
        .formatted(memory);
  }

  /** One op fails, and has no effect. */
  private static SandboxFaults failing(String address, String call) {
    return new SandboxFaults() {
      @Override
      public void before(Op op, Run run) throws OpProblem {
        if (op.call().equals(call) && op.change().toString().equals(address)) {
          throw new OpProblem(BROKEN, "It broke.", List.of(), OpProblem.Outcome.NOT_DONE);
        }
      }
    };
  }

  /** As a process that is killed when it is about to make a call: nothing happens from then on. */
  private static SandboxFaults dyingBefore(String address, String call) {
    return new SandboxFaults() {
      private volatile boolean dead;

      @Override
      public void before(Op op, Run run) {
        dead |= op.call().equals(call) && op.change().toString().equals(address);
        if (dead) {
          throw new IllegalStateException("killed");
        }
      }
    };
  }

  private static SandboxProvider provider(SandboxFaults faults) {
    return new SandboxProvider(faults, Pace.NONE);
  }

  @Test
  void afterAFailureNothingFurtherStarts() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(web("web:1"));
    Plan plan = bench.plan(web("web:2"));
    ApplyReport report =
        bench.provider(provider(failing("web[1]", "container.wait_steady"))).apply(plan);
    assertThat(report.result()).isEqualTo(Result.FAILED);
    assertThat(report.changes())
        .extracting(it -> it.ended())
        .containsExactly(Ended.DONE, Ended.FAILED, Ended.SKIPPED, Ended.SKIPPED);
    assertThat(report.changes())
        .extracting(it -> it.extent())
        .containsExactly(Extent.ALL, Extent.TAKEN_BACK, Extent.NOTHING, Extent.NOTHING);
    assertThat(report.diagnostics().getFirst().notes())
        .contains("Skipped because of it: `web[2]`, `web[3]`.");
    bench.provider(provider(SandboxFaults.NONE));
    assertThat(batches(bench.plan(web("web:2"))))
        .as("what is pending, the failed one first")
        .containsExactly(Set.of("web[1]"), Set.of("web[2]"), Set.of("web[3]"));
    assertThat(unsteady(bench)).containsExactly("web[1]");
    bench.applied(web("web:2"));
    assertThat(unsteady(bench)).isEmpty();
    assertThat(bench.plan(web("web:2")).changes()).isEmpty();
  }

  @Test
  void whatWasCutOffGoesFirst() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(web("web:1"));
    Plan plan = bench.plan(web("web:2"));
    bench.provider(provider(dyingBefore("web[1]", "container.wait_steady"))).apply(plan);
    bench.provider(provider(SandboxFaults.NONE));
    assertThat(bench.recover(web("web:2"))).isEmpty();
    assertThat(batches(bench.plan(web("web:2"))).getFirst()).containsExactly("web[1]");
    bench.applied(web("web:2"));
    assertThat(bench.plan(web("web:2")).changes()).isEmpty();
  }

  /** Nothing of it differs any more, and nobody has seen that it is good. */
  @Test
  void whatIsNewAndNotSeenToBeGoodIsWaitedFor() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(machines("1GiB"));
    Plan plan = bench.plan(machines("2GiB"));
    bench.provider(provider(dyingBefore("app[0]", "vm.wait_steady"))).apply(plan);
    bench.provider(provider(SandboxFaults.NONE));
    assertThat(bench.recover(machines("2GiB"))).isEmpty();
    Plan next = bench.plan(machines("2GiB"));
    assertThat(batches(next)).containsExactly(Set.of("app[0]"), Set.of("app[1]"), Set.of("app[2]"));
    assertThat(next.unchanged()).isZero();
    assertThat(next.changes().getFirst().fields()).isEmpty();
    assertThat(
            next.ops().stream()
                .filter(
                    op -> op.change().equals(Address.of("app", dev.dvl.compiler.value.Key.of(0)))))
        .extracting(Op::call)
        .containsExactly("vm.wait_steady");
    ApplyReport report = bench.provider(provider(failing("app[0]", "vm.wait_steady"))).apply(next);
    assertThat(report.changes())
        .extracting(it -> it.extent())
        .as("the others do not begin before it is good")
        .containsOnly(Extent.NOTHING);
    bench.provider(provider(SandboxFaults.NONE));
    bench.applied(machines("2GiB"));
    assertThat(bench.plan(machines("2GiB")).changes()).isEmpty();
  }

  @Test
  void whatNothingWaitsForIsNoChange() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(machines("1GiB"));
    Plan plan = bench.plan(machines("2GiB"));
    bench.provider(provider(dyingBefore("app[2]", "vm.wait_steady"))).apply(plan);
    bench.provider(provider(SandboxFaults.NONE));
    assertThat(bench.recover(machines("2GiB"))).isEmpty();
    assertThat(unsteady(bench)).containsExactly("app[2]");
    assertThat(bench.plan(machines("2GiB")).changes()).isEmpty();
    assertThat(batches(bench.plan(machines("3GiB"))).getFirst()).containsExactly("app[2]");
  }

  private static List<String> unsteady(Bench bench) throws IOException {
    return FileLedger.peek(bench.folder(), bench.stack()).facts().unsteady().stream()
        .map(Address::toString)
        .toList();
  }

  /** The addresses of each batch, as the reasons of changes say it. */
  private static List<Set<String>> batches(Plan plan) {
    return plan.changes().stream()
        .collect(
            Collectors.groupingBy(
                RolloutTest::batch,
                java.util.TreeMap::new,
                Collectors.mapping(it -> it.address().toString(), Collectors.toSet())))
        .values()
        .stream()
        .toList();
  }

  private static String batch(PlannedChange change) {
    return change.reasons().stream()
        .filter(reason -> reason.startsWith("It is in batch "))
        .findFirst()
        .orElse("left over");
  }
}
