package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.plan.Plan;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an engine shows of a network that a container could not join is no membership. */
@Tag("docker")
class EndpointsTest {
  private final int subnet = 96 + new Random().nextInt(16);
  private final String stranger = "stranger%08x".formatted(new Random().nextInt());
  @TempDir Path folder;

  @Test
  void whatCouldNotBeJoinedIsPlannedAgain() throws Exception {
    Bench bench = Programs.in(folder);
    bench.applied(program(""));
    try {
      String wanted = program("networks = [{ network = fixed, address = \"" + address() + "\" }]");
      Plan plan = bench.plan(wanted);
      assertThat(
              Cli.run(
                  "docker",
                  "run",
                  "-d",
                  "--name",
                  stranger,
                  "--network",
                  "fixed" + stranger,
                  "--ip",
                  address(),
                  "dvl-test/base:1"))
          .isNotEmpty();
      assertThat(bench.apply(plan).diagnostics()).isNotEmpty();
      Cli.status("docker", "rm", "-f", stranger);
      assertThat(bench.plan(wanted).changes())
          .singleElement()
          .satisfies(it -> assertThat(it.address().toString()).isEqualTo("web"));
      bench.applied(wanted);
      assertThat(bench.plan(wanted).changes()).isEmpty();
    } finally {
      Cli.status("docker", "rm", "-f", stranger);
      bench.apply(bench.planDestroy(program("")));
    }
  }

  private String address() {
    return "10.214." + subnet + ".77";
  }

  private String program(String networks) {
    return Programs.program(
        """
        network fixed { name = "fixed%1$s", subnets = [{ subnet = "10.214.%2$d.0/24" }] }
        network other {}
        container web { image = "dvl-test/base:1", networks = [other]  }
        """
            .formatted(stranger, subnet)
            .replace(
                "networks = [other]",
                networks.isEmpty() ? "networks = [other]" : networks.replace("[{", "[other, {")));
  }
}
