package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients of a service that is killed as soon as it is to stop, so that what it has begun is lost
 * unless it was given the time. Each request takes two seconds, and looks the name up anew.
 */
@Tag("docker")
class DrainTest {
  private static final int CLIENTS = 4;
  private static final int SUBNET = 96 + new Random().nextInt(16);
  private static final String BY_ALIAS = "web";

  private final String name = "drain%08x".formatted(new Random().nextInt());
  private final String client = name + "-client";
  @TempDir Path folder;
  private String last = "";
  private Bench bench;

  @BeforeEach
  void open() {
    bench = Programs.in(folder);
  }

  @AfterEach
  void remove() throws Exception {
    Cli.status("docker", "rm", "-f", client);
    bench.apply(bench.planDestroy(last));
  }

  private String program(int release, int drain) {
    last =
        Programs.program(
            """
            network front {
              name    = "%1$s"
              subnets = [{ subnet = "%2$s" }]
            }
            for i in 0..<2 {
              container web[i] {
                name        = "%1$s-${i}"
                image       = "dvl-test/base:%3$d"
                command     = ["nc", "-ll", "-p", "8000", "-e", "sh", "-c", "sleep 2; echo end"]
                stop_signal = "SIGKILL"
                networks    = [{ network = front, aliases = ["web"] }]
                health {
                  command  = "grep -q :1F40 /proc/net/tcp /proc/net/tcp6"
                  interval = 500ms
                }
                wait { until = "healthy" }
                update {
                  order        = "start_first"
                  wait         = "healthy"
                  max_parallel = 1
                  drain        = %4$ds
                }
              }
            }
            """
                .formatted(name, subnet(), release, drain));
    return last;
  }

  private static String subnet() {
    return "%s.%d.0/24".formatted(Peers.net(), SUBNET);
  }

  @Test
  void noRequestIsLostThatFindsItsWayByAnAlias() throws Exception {
    assertThat(lost(4, BY_ALIAS)).isEmpty();
  }

  @Test
  void noRequestIsLostThatFindsItsWayByTheName() throws Exception {
    assertThat(lost(4, name + "-0")).isEmpty();
  }

  /** So the others show something. */
  @Test
  void someAreLostWithoutIt() throws Exception {
    assertThat(lost(0, BY_ALIAS)).isNotEmpty();
  }

  /** What clients say that got no answer while all elements were replaced. */
  private List<String> lost(int drain, String asked) throws Exception {
    bench.applied(program(1, drain));
    String one =
        "while :; do nc %s 8000 | grep -q end && echo ok || echo lost; done &".formatted(asked);
    Cli.run(
        "docker",
        "run",
        "-d",
        "--name",
        client,
        "--network",
        name,
        "dvl-test/base:1",
        "sh",
        "-c",
        one.repeat(CLIENTS) + " wait");
    TimeUnit.SECONDS.sleep(3);
    ApplyReport report = bench.apply(bench.plan(program(2, drain)));
    assertThat(report.result()).isEqualTo(ApplyReport.Result.DONE);
    TimeUnit.SECONDS.sleep(3);
    List<String> said = Cli.run("docker", "logs", client).lines().toList();
    assertThat(said).filteredOn("ok"::equals).hasSizeGreaterThan(CLIENTS);
    return said.stream().filter("lost"::equals).toList();
  }
}
