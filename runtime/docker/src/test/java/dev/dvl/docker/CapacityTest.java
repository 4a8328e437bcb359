package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Severity;
import dev.dvl.docker.table.Engine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What containers may use together is held to what the engine says that its machine has. */
@Tag("docker")
class CapacityTest {
  @TempDir Path folder;

  private List<Diagnostic> told(String memory, String cpus) throws Exception {
    String program =
        """
        container one { image = "dvl-test/base:1", memory = %1$s, cpus = %2$s }
        container two { image = "dvl-test/base:1", memory = %1$s, cpus = %2$s }
        """
            .formatted(memory, cpus);
    return Programs.in(folder).planOutcome(Programs.program(program)).diagnostics();
  }

  private static long there(String fact) throws Exception {
    return new Engine().get("/info").path(fact).asLong();
  }

  @Test
  void whatFitsIsNotSpokenOf() throws Exception {
    assertThat(told("8MiB", "0.1")).isEmpty();
  }

  @Test
  void moreMemoryThanThereIsIsAWarning() throws Exception {
    long each = there("MemTotal") * 2 / 3 / (1 << 20);
    assertThat(told(each + "MiB", "0.1"))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.code().id()).isEqualTo("DVL4030");
              assertThat(it.code().severity()).isEqualTo(Severity.WARNING);
              assertThat(it.toString()).contains("`one`: ").contains("`two`: ");
            });
  }

  @Test
  void soIsOneThatAsksForMoreProcessorsThanThereAre() throws Exception {
    assertThat(told("8MiB", Long.toString(there("NCPU") + 1)))
        .extracting(it -> it.code().id())
        .containsExactlyInAnyOrder("DVL4030", "DVL7072", "DVL7072");
  }
}
