package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large programs are planned and applied. */
class ScaleTest {
  @TempDir Path folder;

  @Test
  void tenThousandResourcesArePlanned() throws IOException {
    Bench bench = Sandboxes.in(folder);
    Plan plan = bench.planOutcome(bench.compile(many(10_000))).value();
    assertThat(plan.changes()).hasSize(10_000);
  }

  @Test
  void aThousandResourcesAreApplied() throws IOException {
    Bench bench = Sandboxes.in(folder);
    assertThat(bench.apply(bench.plan(many(1_000))).diagnostics()).isEmpty();
    assertThat(bench.plan(many(1_000)).changes()).isEmpty();
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
}
