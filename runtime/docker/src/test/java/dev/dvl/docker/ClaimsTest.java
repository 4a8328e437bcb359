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
  /** Beyond those of the peers. */
  private final int first = 26_000 + new Random().nextInt(4_000);

  private final int subnet = 96 + new Random().nextInt(16);
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

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10})
  void namesChangeHands(int parallelism) throws Exception {
    Bench bench = Programs.in(folder).losingData();
    bench.applied(names(parallelism, 0));
    try {
      for (int step : new int[] {1, 2, 0}) {
        bench.applied(names(parallelism, step));
        assertThat(bench.plan(names(parallelism, step)).changes()).isEmpty();
      }
    } finally {
      bench.apply(bench.planDestroy(names(parallelism, 1)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10})
  void whoTookGivesBackFirst(int parallelism) throws Exception {
    Bench bench = Programs.in(folder);
    String before = failing(parallelism, 0, "dvl-test/base:1");
    bench.applied(before);
    try {
      bench.apply(bench.plan(failing(parallelism, 1, "dvl-test/exits:1")));
      assertThat(bench.plan(before).changes()).isEmpty();
    } finally {
      bench.apply(bench.planDestroy(before));
    }
  }

  /** Three that pass ports and names on to each other, of which the last one may not come up. */
  private String failing(int parallelism, int step, String image) {
    return """
    module it { edition = 2026 }
    host engine: docker { endpoint = "%1$s", parallelism = %2$d }
    for i in 0..<3 {
      container ring[i] {
        name  = "ring%3$d_${mod(i + %4$d, 3)}"
        image = if i == 2 then "%5$s" else "dvl-test/base:1"
        ports = ["127.0.0.1:${%3$d + mod(i + %4$d, 3)}:80"]
      }
    }
    """
        .formatted(Peers.docker(), parallelism, first, step, image);
  }

  /**
   * Circles of two and three that get names of each other: containers that are replaced, in both
   * orders, and renamed as they are; networks and volumes, with containers in them, which only come
   * anew; and chains, which end with a name that nobody has had.
   */
  private String names(int parallelism, int step) {
    return """
    module it { edition = 2026 }
    host engine: docker { endpoint = "%1$s", parallelism = %2$d }
    for i in 0..<3 {
      container ring[i] { name = "ring%3$d_${mod(i + %4$d, 3)}", image = "dvl-test/base:1", env = { STEP = "%4$d" } }
      container smooth[i] {
        name = "smooth%3$d_${mod(i + %4$d, 3)}"
        image = "dvl-test/base:1"
        env = { STEP = "%4$d" }
        update { order = "start_first" }
      }
      container live[i] { name = "live%3$d_${mod(i + %4$d, 3)}", image = "dvl-test/base:1" }
      container chain[i] { name = "chain%3$d_${i + %4$d}", image = "dvl-test/base:1" }
      volume goods[i] { name = "goods%3$d_${mod(i + %4$d, 3)}" }
      network net[i] { name = "net%3$d_${mod(i + %4$d, 3)}" }
      container user[i] {
        image = "dvl-test/base:1"
        networks = [{ network = net[i] }]
        mounts = [{ type = "volume", source = goods[i], target = "/goods" }]
      }
    }
    container one { name = "swap%3$d_${mod(%4$d, 2)}", image = "dvl-test/base:1", env = { STEP = "%4$d" } }
    container other { name = "swap%3$d_${mod(%4$d + 1, 2)}", image = "dvl-test/base:1" }
    """
        .formatted(Peers.docker(), parallelism, first, step);
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
    network left { subnets = [{ subnet = "%6$s.${%5$d + 3 + %4$d}.0/24" }] }
    network right { subnets = [{ subnet = "%6$s.${%5$d + 4 + %4$d}.0/24" }] }
    network fixed { subnets = [{ subnet = "%6$s.${%5$d + 6}.0/24" }] }
    container here { image = "dvl-test/base:1", networks = [{ network = fixed, address = "%6$s.${%5$d + 6}.${10 + %4$d}" }] }
    container there { image = "dvl-test/base:1", networks = [{ network = fixed, address = "%6$s.${%5$d + 6}.${11 + %4$d}" }] }
    """
        .formatted(Peers.docker(), parallelism, first, step, subnet, Peers.net());
  }
}
