package dev.dvl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.ir.Program;
import dev.dvl.contract.Bench;
import dev.dvl.engine.plan.Plan;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That work grows in step with the program: generous budgets, which anything quadratic breaks. */
class ScaleTest {
  @TempDir Path folder;

  @Test
  void tenThousandResourcesPlanFast() throws IOException {
    Bench bench = Sandboxes.in(folder);
    Program program = bench.compile(many(10_000));
    long cpu = cpu();
    Plan plan = bench.planOutcome(program).value();
    long first = cpu() - cpu;
    assertThat(plan.changes()).hasSize(10_000);
    cpu = cpu();
    bench.planOutcome(program);
    long second = cpu() - cpu;
    report("plan 10,000 new", first, second);
    assertThat(second).isLessThan(4_000);
  }

  @Test
  void aThousandResourcesApplyFast() throws IOException {
    Bench bench = Sandboxes.in(folder);
    Plan plan = bench.plan(many(1_000));
    long start = System.nanoTime();
    assertThat(bench.apply(plan).diagnostics()).isEmpty();
    long wall = (System.nanoTime() - start) / 1_000_000;
    long cpu = cpu();
    assertThat(bench.plan(many(1_000)).changes()).isEmpty();
    report("apply 1,000, plan after it", wall, cpu() - cpu);
    assertThat(wall).isLessThan(8_000);
  }

  private static String many(int count) {
    return """
    module many { edition = 2026 }
    host engine: docker {}
    for i in 0..<%d {
      container c[i] {
        image = "web:1"
        env = { A = "1", N = "${i}" }
        labels = { team = "a" }
        memory = 64MiB
      }
    }
    """
        .formatted(count);
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1_000_000;
  }

  private static void report(String what, long... millis) {
    org.junit.jupiter.api.Assertions.assertDoesNotThrow(
        () ->
            java.nio.file.Files.writeString(
                Path.of("target", "scale.txt"),
                what + " " + java.util.Arrays.toString(millis) + " ms\n",
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND));
  }
}
