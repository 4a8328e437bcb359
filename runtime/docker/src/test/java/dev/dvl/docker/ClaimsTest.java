package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an engine has once passes from one change to another, however few are begun at a time. */
@Tag("docker")
class ClaimsTest {
  private final int first = 20_000 + new Random().nextInt(10_000);
  private final int subnet = 64 + new Random().nextInt(50);
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10})
  void portsSubnetsAndAddressesChangeHands(int parallelism) throws Exception {
    Bench bench = Programs.in(folder);
    bench.applied(program(parallelism, 0));
    try {
      for (int step : new int[] {1, 0, 1}) {
        bench.applied(program(parallelism, step));
        assertThat(bench.plan(program(parallelism, step)).changes()).isEmpty();
      }
    } finally {
      bench.apply(bench.planDestroy(program(parallelism, 1)));
    }
  }

  /**
   * Chains of ports, subnets and addresses; two that swap a port; one that takes over another's.
   */
  private String program(int parallelism, int step) {
    return """
    module it { edition = 2026 }
    host engine: docker { endpoint = "%1$s", parallelism = %2$d }
    for i in 0..<3 {
      container chain[i] { image = "dvl-test/base:1", ports = ["127.0.0.1:${%3$d + i + %4$d}:80"] }
    }
    container one { image = "dvl-test/base:1", ports = ["127.0.0.1:${%3$d + 10 + %4$d}:80"] }
    container other { image = "dvl-test/base:1", ports = ["127.0.0.1:${%3$d + 11 - %4$d}:80"] }
    container heir_%4$d { image = "dvl-test/base:1", ports = ["127.0.0.1:${%3$d + 20}:80"] }
    network left { subnets = [{ subnet = "10.213.${%5$d + 3 + %4$d}.0/24" }] }
    network right { subnets = [{ subnet = "10.213.${%5$d + 4 + %4$d}.0/24" }] }
    network fixed { subnets = [{ subnet = "10.213.${%5$d + 6}.0/24" }] }
    container here { image = "dvl-test/base:1", networks = [{ network = fixed, address = "10.213.${%5$d + 6}.${10 + %4$d}" }] }
    container there { image = "dvl-test/base:1", networks = [{ network = fixed, address = "10.213.${%5$d + 6}.${11 + %4$d}" }] }
    """
        .formatted(Peers.docker(), parallelism, first, step, subnet);
  }
}
