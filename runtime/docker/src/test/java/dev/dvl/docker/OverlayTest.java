package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers in networks of a swarm, on an engine that manages one. */
@Tag("docker")
@Tag("engines")
class OverlayTest {
  private static Swarm swarm;

  private final String prefix = "over%08x".formatted(new Random().nextInt());
  @TempDir Path folder;

  @BeforeAll
  static void swarm() throws Exception {
    swarm = new Swarm();
  }

  @AfterAll
  static void leave() throws Exception {
    swarm.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "update { order = \"start_first\" }"})
  void containersAreMadeAndReplacedInThem(String update) throws Exception {
    Bench bench = Programs.in(folder);
    String first = program("attachable = true", "labels = { release = \"1\" }\n" + update, "web");
    try {
      applied(bench, first);
      assertFindsEachOther();
      applied(bench, first.replace("release = \"1\"", "release = \"2\""));
      assertFindsEachOther();
      Restarted.all(bench.stack());
      assertThat(bench.plan(first.replace("release = \"1\"", "release = \"2\"")).changes())
          .isEmpty();
    } finally {
      bench.apply(bench.planDestroy(first));
    }
    assertThat(Cli.run("docker", "network", "ls", "-q", "--filter", "name=" + prefix)).isEmpty();
    assertThat(Cli.run("docker", "ps", "-aq", "--filter", "name=" + prefix)).isEmpty();
  }

  /** The network made anew, its options set, the container called otherwise. */
  @Test
  void theyChangeAndTakeTheirContainersAlong() throws Exception {
    Bench bench = Programs.in(folder);
    String first = program("attachable = true", "", "web");
    try {
      applied(bench, first);
      applied(bench, program("attachable = true\n  labels = { a = \"b\" }", "", "web"));
      String option = "options = { \"com.docker.network.driver.overlay.vxlanid_list\" = \"4711\" }";
      applied(bench, program("attachable = true\n  " + option, "", "web"));
      applied(bench, program("attachable = true\n  " + option, "", "shop"));
    } finally {
      bench.apply(bench.planDestroy(first));
    }
    assertThat(Cli.run("docker", "network", "ls", "-q", "--filter", "name=" + prefix)).isEmpty();
  }

  @Test
  void oneForServicesAloneLetsNoContainerIn() throws Exception {
    Bench bench = Programs.in(folder);
    assertThat(said(bench, program("attachable = false", "", "web")))
        .containsExactly(Codes.OVERLAY, Codes.OVERLAY);
  }

  @Test
  void anAddressInItIsRefused() throws Exception {
    Bench bench = Programs.in(folder);
    String fixed =
        program("attachable = true", "", "web")
            .replace("aliases = [", "address = \"10.0.9.9\", aliases = [");
    assertThat(said(bench, fixed)).containsExactly(Codes.OVERLAY);
  }

  @Test
  void withoutContainersItIsForServicesAlone() throws Exception {
    Bench bench = Programs.in(folder);
    String program = Programs.program(network(""));
    applied(bench, program);
    bench.apply(bench.planDestroy(program));
    assertThat(Cli.run("docker", "network", "ls", "-q", "--filter", "name=" + prefix)).isEmpty();
  }

  private void assertFindsEachOther() throws Exception {
    Cli.run("docker", "exec", prefix + "-peer", "ping", "-c", "1", "-w", "5", prefix + "-web");
    Cli.run("docker", "exec", prefix + "-peer", "ping", "-c", "1", "-w", "5", "shop");
  }

  private static void applied(Bench bench, String program) throws IOException {
    bench.applied(program);
    assertThat(bench.plan(program).changes()).isEmpty();
  }

  private static List<Code> said(Bench bench, String program) throws IOException {
    return bench.planOutcome(program).diagnostics().stream().map(Diagnostic::code).toList();
  }

  private String network(String more) {
    return """
    network over {
      name   = "%s-n"
      driver = "overlay"
      %s
    }
    """
        .formatted(prefix, more);
  }

  private String program(String network, String more, String name) {
    return Programs.program(
        network(network)
            + """
            container web {
              name     = "%1$s-%2$s"
              image    = "dvl-test/base:1"
              networks = [{ network = over, aliases = ["shop"] }]
              %3$s
            }
            container peer {
              name     = "%1$s-peer"
              image    = "dvl-test/base:1"
              networks = [over]
            }
            """
                .formatted(prefix, name, more));
  }
}
