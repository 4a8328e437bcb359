package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network that is made anew under the same name, with the container in it or without. */
@Tag("docker")
@Tag("engines")
class NetworkAnewTest {
  private final String name = "anew%08x".formatted(new Random().nextInt());
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "update { order = \"start_first\" }"})
  void theContainerMovesOver(String update) throws Exception {
    String program = program("front", false, "1", update);
    Bench bench = Programs.in(folder);
    bench.applied(program);
    try {
      for (String changed :
          new String[] {
            program("front", true, "1", update),
            program("front", true, "2", update),
            program("back", false, "2", update),
            program("back", true, "3", update),
          }) {
        bench.applied(changed);
        assertThat(bench.plan(changed).changes()).isEmpty();
        Restarted.all(bench.stack());
        assertThat(bench.plan(changed).changes()).isEmpty();
      }
    } finally {
      bench.apply(bench.planDestroy(program));
    }
  }

  private String program(String network, boolean internal, String label, String update) {
    return Programs.program(
        """
        network %1$s {
          name     = "%2$s"
          internal = %3$s
        }
        container web {
          image    = "dvl-test/base:1"
          networks = [%1$s]
          labels   = { release = "%4$s" }
          %5$s
        }
        """
            .formatted(network, name, internal, label, update));
  }
}
