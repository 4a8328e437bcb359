package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.live.Stack;
import dev.dvl.stdlib.StandardKinds;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pulled image that has names in other repositories, too. */
@Tag("docker")
@Tag("engines")
class TwoNamesTest {
  private static final Random RANDOM = new Random();

  private final String name = "names%08x".formatted(RANDOM.nextInt());
  @TempDir Path folder;

  @Test
  void hasTheDigestUnderEach() throws Exception {
    Stack stack = new Stack("%016x".formatted(RANDOM.nextLong()), "default");
    Bench bench =
        new Bench(StandardKinds.load(), new DockerProvider(), stack, folder)
            .secret("registry_password", Peers.variable("DVL_TEST_REGISTRY_PASSWORD"));
    String pulled = Peers.variable("DVL_TEST_REGISTRY") + "/dvl/base:2";
    bench.applied(program(pulled));
    try {
      for (String other : new String[] {"0" + name, "zz/" + name}) {
        Cli.run("docker", "tag", pulled, other);
        assertThat(bench.plan(program(pulled)).changes()).as(other).isEmpty();
      }
    } finally {
      Cli.status("docker", "image", "rm", "0" + name, "zz/" + name);
      bench.apply(bench.planDestroy(program(pulled)));
    }
  }

  private String program(String pulled) {
    return Programs.on(
        """
        secret registry_password = env("PASSWORD_OF_TESTS")
        host engine: docker {
          endpoint = "%s"
          registry own { address = "%s", username = "%s", password = registry_password }
        }
        """
            .formatted(
                Peers.docker(),
                Peers.variable("DVL_TEST_REGISTRY"),
                Peers.variable("DVL_TEST_REGISTRY_USER")),
        """
        image base {
          name = "%1$s"
          pull = "on_change"
        }
        container page {
          name  = "%2$s"
          image = base
        }
        """
            .formatted(pulled, name));
  }
}
