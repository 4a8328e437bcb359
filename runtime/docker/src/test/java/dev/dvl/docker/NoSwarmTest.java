package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that needs a swarm, on an engine that has none. */
@Tag("docker")
class NoSwarmTest {
  @TempDir Path folder;

  @Test
  void isRefusedWhenPlanning() throws Exception {
    Bench bench = Programs.in(folder);
    String program = Programs.program("network over { driver = \"overlay\" }");
    assertThat(bench.planOutcome(program).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Codes.OVERLAY);
  }
}
