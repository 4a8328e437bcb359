package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import dev.dvl.docker.table.Engine;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an engine would refuse because of what it has, or what others have on it, is in the plan.
 */
@Tag("docker")
class ForeseenTest {
  private final String theirs = "fs%08x".formatted(new Random().nextInt());
  private final String subnet = subnet();
  @TempDir Path folder;

  private static String subnet() {
    String range = Peers.variable("DVL_TEST_DOCKER_SUBNETS");
    return range.substring(0, range.indexOf('.', 4)) + ".93.0/24";
  }

  private List<String> told(String program) throws Exception {
    return Programs.in(folder).planOutcome(Programs.program(program)).diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(it -> it.code().id() + " " + it.primary().orElseThrow().text())
        .toList();
  }

  @AfterEach
  void clean() throws Exception {
    Cli.status("docker", "rm", "-f", theirs);
    Cli.status("docker", "network", "rm", theirs);
    Cli.status("docker", "volume", "rm", theirs);
  }

  @Test
  void aPortOfAContainerOfOthers() throws Exception {
    int port = port();
    Cli.run(
        "docker",
        "run",
        "-d",
        "--name",
        theirs,
        "-p",
        "127.0.0.1:" + port + ":80",
        "dvl-test/base:1");
    assertThat(told("container a { image = \"dvl-test/base:1\", ports = [\"" + port + ":80\"] }"))
        .containsExactly(
            "DVL7021 the host port of `%s:80` is taken by the container `%s`"
                .formatted(port, theirs));
    assertThat(
            told(
                "container a { image = \"dvl-test/base:1\", ports = [\"127.0.0.2:%s:80\", \"127.0.0.1:%s:80/udp\"] }"
                    .formatted(port, port)))
        .isEmpty();
  }

  @Test
  void aSubnetThatOverlapsOneOfOthers() throws Exception {
    Cli.run("docker", "network", "create", "--subnet", subnet, theirs);
    String inside = subnet.replace(".0/24", ".128/25");
    assertThat(told("network n { subnets = [{ subnet = \"" + inside + "\" }] }"))
        .containsExactly(
            "DVL7037 %s overlaps %s of the network `%s`".formatted(inside, subnet, theirs));
  }

  @Test
  void anAddressThatAContainerOfOthersHas() throws Exception {
    String address = subnet.replace(".0/24", ".9");
    String network =
        "network n { name = \"%s\", subnets = [{ subnet = \"%s\" }] }\n".formatted(theirs, subnet);
    String member =
        "container a { image = \"dvl-test/base:1\", networks = [{ network = n, address = \"%s\" }]"
            + " }";
    Bench bench = Programs.in(folder);
    String before = Programs.program(network + member.formatted(subnet.replace(".0/24", ".8")));
    String after = Programs.program(network + member.formatted(address));
    bench.applied(before);
    try {
      Cli.run(
          "docker",
          "run",
          "-d",
          "--name",
          theirs,
          "--network",
          theirs,
          "--ip",
          address,
          "dvl-test/base:1");
      assertThat(bench.planOutcome(after).diagnostics())
          .singleElement()
          .satisfies(it -> assertThat(it.toString()).contains("DVL7037", address, theirs));
      assertThat(bench.planOutcome(before).diagnostics()).isEmpty();
    } finally {
      Cli.status("docker", "rm", "-f", theirs);
      bench.apply(bench.planDestroy(before));
    }
  }

  @Test
  void aContainerOfOthersInANetworkThatIsToGo() throws Exception {
    String network = "network n { name = \"%s\", labels = { is = \"%s\" } }";
    String before = Programs.program(network.formatted(theirs, "old"));
    Bench bench = Programs.in(folder);
    bench.applied(before);
    try {
      Cli.run("docker", "run", "-d", "--name", theirs, "--network", theirs, "dvl-test/base:1");
      assertThat(bench.planOutcome(before).diagnostics()).isEmpty();
      assertThat(
              bench.planOutcome(Programs.program(network.formatted(theirs, "new"))).diagnostics())
          .singleElement()
          .satisfies(it -> assertThat(it.toString()).contains("DVL7031", theirs));
    } finally {
      Cli.status("docker", "rm", "-f", theirs);
      bench.apply(bench.planDestroy(before));
    }
  }

  @Test
  void aVolumeThatNobodyHas() throws Exception {
    String program =
        "container a { image = \"dvl-test/base:1\", mounts = [{ type = \"volume\", source = \"%s\", target = \"/d\" }] }"
            .formatted(theirs);
    assertThat(told(program)).containsExactly("DVL7073 the engine has no volume `" + theirs + "`");
    assertThat(told(program + "\nvolume v { name = \"" + theirs + "\" }")).isEmpty();
    Cli.run("docker", "volume", "create", theirs);
    assertThat(told(program)).isEmpty();
  }

  @Test
  void processorsThatTheMachineDoesNotHave() throws Exception {
    long there = new Engine().get("/info").path("NCPU").asLong();
    assertThat(
            told(
                "container a { image = \"dvl-test/base:1\", cpuset = \"0-"
                    + there
                    + "\", cpus = "
                    + there
                    + ".5 }"))
        .containsExactlyInAnyOrder(
            "DVL7072 the engine's machine has " + there + " processors",
            "DVL7072 the engine's machine has " + there + " processors");
    assertThat(
            told(
                "container a { image = \"dvl-test/base:1\", cpuset = \"0-"
                    + (there - 1)
                    + "\", cpus = engine.cpus }"))
        .isEmpty();
  }

  @Test
  void theFolderOfTheEngineItself() throws Exception {
    String mount =
        "container a { image = \"dvl-test/base:1\", mounts = [{ type = \"bind\", source = \"/\","
            + " target = \"/m\"%s }] }";
    assertThat(told(mount.formatted("")))
        .containsExactly("DVL7074 `/` has the engine's own folder in it, or is in that");
    assertThat(told(mount.formatted(", propagation = \"rslave\""))).isEmpty();
  }

  @Test
  void anImageThatItsRegistryDoesNotHave() throws Exception {
    String registry = Peers.variable("DVL_TEST_REGISTRY");
    String program =
        """
        module it { edition = 2026 }
        secret password
        host engine: docker {
          endpoint = "%s"
          registry own { address = "%s", username = "%s", password = password }
        }
        container a { image = "%s/dvl/%%s" }
        """
            .formatted(
                Peers.docker(), registry, Peers.variable("DVL_TEST_REGISTRY_USER"), registry);
    Bench bench =
        Programs.in(folder).secret("password", Peers.variable("DVL_TEST_REGISTRY_PASSWORD"));
    assertThat(bench.planOutcome(program.formatted("nosuch:2")).diagnostics())
        .singleElement()
        .satisfies(it -> assertThat(it.toString()).contains("DVL7014", "nosuch:2"));
    assertThat(bench.planOutcome(program.formatted("web:1")).diagnostics()).isEmpty();
  }

  /** A folder is not taken for a file that is to stand there. */
  @Test
  void aFolderInTheWayOfAFile() throws Exception {
    Bench bench = Programs.in(folder);
    String program =
        Programs.program(
            "container a { image = \"dvl-test/base:1\", running = false, files = [{ path ="
                + " \"/bin\", text = \"x\" }] }");
    try {
      assertThat(bench.apply(bench.plan(program)).diagnostics().toString()).contains("DVL7071");
    } finally {
      bench.apply(bench.planDestroy(program));
    }
  }

  /** A name of ours that somebody gave to another image is taken again, and no image is left. */
  @Test
  void aNameThatABuiltImageHasLost() throws Exception {
    Path context = Files.createDirectory(folder.resolve("context"));
    Files.writeString(
        context.resolve("Dockerfile"), "FROM dvl-test/base:1\nLABEL it=" + theirs + "\n");
    String program =
        Programs.program(
            "image w { name = \"%s:1\", build { context = \"context\" } }\ncontainer c { image = w }"
                .formatted(theirs));
    Bench bench = Programs.in(folder);
    try {
      bench.applied(program);
      String built = Cli.run("docker", "image", "inspect", "-f", "{{.Id}}", theirs + ":1");
      Cli.run("docker", "tag", "dvl-test/base:2", theirs + ":1");
      bench.applied(program);
      bench.applied(program);
      assertThat(bench.plan(program).changes()).isEmpty();
      assertThat(Cli.status("docker", "image", "inspect", built)).isNotZero();
    } finally {
      bench.apply(bench.planDestroy(program));
    }
    assertThat(Cli.run("docker", "image", "ls", "-q", theirs)).isEmpty();
  }

  private static int port() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
