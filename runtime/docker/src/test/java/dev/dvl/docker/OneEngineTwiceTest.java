package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hosts of a program may lead to one engine: what stands on one is seen on the other. */
@Tag("docker")
class OneEngineTwiceTest {
  private final String name = "twice%08x".formatted(new Random().nextInt());
  @TempDir Path folder;

  @Test
  void nothingIsRemovedBecauseItIsSeenTwice() throws Exception {
    Bench bench = Programs.in(folder);
    String all =
        program("volume one on a {}", "network two on b {}", container("a"), container("b"));
    bench.applied(all);
    assertThat(bench.plan(all).changes()).isEmpty();
    bench.applied(program("volume one on a {}", container("b")));
    assertThat(bench.plan(program("volume one on a {}", container("b"))).changes()).isEmpty();
    assertThat(Cli.run("docker", "volume", "ls", "-q")).contains("one-");
    assertThat(Cli.run("docker", "network", "ls", "-q", "-f", "name=two-")).isEmpty();
    bench.apply(bench.planDestroy(program("volume one on a {}", container("b"))));
    assertThat(bench.plan(program()).changes()).isEmpty();
  }

  private String container(String host) {
    return """
    container run_%1$s on %1$s { image = "dvl-test/base:1", name = "%2$s-%1$s" }
    """
        .formatted(host, name);
  }

  private static String program(String... resources) {
    String hosts = Programs.host() + "\n" + Programs.host();
    return Programs.on(
        hosts.replaceFirst("engine", "a").replaceFirst("engine", "b"),
        String.join("\n", resources));
  }
}
