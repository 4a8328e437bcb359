package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import dev.dvl.docker.table.Engine;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.apply.ApplyReport.Extent;
import dev.dvl.engine.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strangers do to an engine makes changes fail half-way: what they took away comes back. */
@Tag("docker")
class WayBackTest {
  private final String prefix = "wb%06x".formatted(new Random().nextInt(1 << 24));
  private final List<String> strangers = new ArrayList<>();
  @TempDir Path folder;
  private Bench bench;
  private Engine engine;

  @BeforeEach
  void open() {
    bench = Programs.in(folder);
    engine = new Engine();
  }

  @AfterEach
  void close() throws IOException {
    for (String stranger : strangers) {
      engine.removeContainer(stranger);
    }
    bench.apply(bench.planDestroy(Programs.program("")));
    for (JsonNode network : engine.labelled("/networks", "wb=" + prefix)) {
      engine.delete("/networks/" + network.path("Id").asText());
    }
    engine.close();
  }

  @Test
  void whoCannotTakeAnAddressKeepsTheOldOne() throws Exception {
    bench.applied(member("6"));
    Plan plan = bench.plan(member("9"));
    stranger(here("NET.64.9"));
    ApplyReport report = bench.apply(plan);
    assertThat(report.diagnostics()).extracting(it -> it.code().id()).containsExactly("DVL7037");
    assertThat(report.changes()).extracting(it -> it.extent()).containsExactly(Extent.TAKEN_BACK);
    assertThat(inspected("a").at(endpoint("n") + "/IPAddress").asText())
        .isEqualTo(here("NET.64.6"));
    assertThat(bench.plan(member("6")).changes()).isEmpty();
    freed();
    bench.applied(member("9"));
    assertThat(bench.plan(member("9")).changes()).isEmpty();
  }

  @Test
  void aNetworkThatCannotBeMadeAnewIsMadeAgainAndItsContainersComeBack() throws Exception {
    bench.applied(subnet("NET.65.0/24"));
    Plan plan = bench.plan(subnet("NET.66.0/24"));
    somebodysNetwork("NET.66.0/24");
    ApplyReport report = bench.apply(plan);
    assertThat(report.result()).isEqualTo(ApplyReport.Result.FAILED);
    assertThat(report.changes())
        .extracting(it -> it.extent())
        .containsOnly(Extent.TAKEN_BACK)
        .hasSize(3);
    assertThat(bench.plan(subnet("NET.65.0/24")).changes()).isEmpty();
    assertThat(inspected("a").at(endpoint("n") + "/IPAddress").asText())
        .startsWith(here("NET.65."));
    assertThat(inspected("b").at(endpoint("n") + "/IPAddress").asText())
        .startsWith(here("NET.65."));
  }

  @Test
  void aNetworkThatAStrangerUsesIsLeftByNobody() throws Exception {
    bench.applied(subnet("NET.67.0/24"));
    Plan plan = bench.plan(subnet("NET.68.0/24"));
    stranger("");
    ApplyReport report = bench.apply(plan);
    assertThat(report.result()).isEqualTo(ApplyReport.Result.FAILED);
    assertThat(report.changes()).noneMatch(it -> it.extent() == Extent.PART);
    assertThat(bench.plan(subnet("NET.67.0/24")).changes()).isEmpty();
    assertThat(inspected("b").at(endpoint("n") + "/IPAddress").asText())
        .startsWith(here("NET.67."));
  }

  @Test
  void whatTheEngineShowsIsRefusedWhilePlanning() throws Exception {
    bench.applied(member("6"));
    stranger(here("NET.64.9"));
    assertThat(errors(member("9"))).containsExactly("DVL7037");
    assertThat(errors(member("6").replace("internal = false", "internal = true")))
        .containsExactly("DVL7031");
    assertThat(errors(member("6"))).isEmpty();
    freed();
    assertThat(errors(member("9"))).isEmpty();
    somebodysNetwork("NET.66.0/24");
    assertThat(errors(member("6").replace(".64.", ".66."))).containsExactly("DVL7037");
    assertThat(errors(member("6").replace(".64.", ".67."))).isEmpty();
  }

  private List<String> errors(String program) throws IOException {
    return bench.planOutcome(program).diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(it -> it.code().id())
        .toList();
  }

  @Test
  void whoSharesProcessesGoesFirstAndComesLast() throws Exception {
    for (String mode : List.of("pid_mode", "ipc_mode", "network_mode")) {
      String owner = mode.equals("ipc_mode") ? "ipc_mode = \"shareable\"" : "";
      bench.applied(sharer(mode, owner, "1"));
      for (String next : List.of("2", "3")) {
        bench.applied(sharer(mode, owner + "\nparallel", next));
        assertThat(bench.plan(sharer(mode, owner, next)).changes()).isEmpty();
      }
      bench.apply(bench.planDestroy(Programs.program("")));
    }
  }

  @Test
  void whoSharesANetworkThatEndedIsStartedAgain() throws Exception {
    String program = sharer("network_mode", "", "1");
    bench.applied(program);
    for (String trouble : List.of("stop", "restart")) {
      engine.post("/containers/" + name("b") + "/" + trouble + "?t=0");
      Plan plan = bench.plan(program);
      assertThat(plan.changes()).extracting(it -> it.address().toString()).contains("a");
      assertThat(plan.changes())
          .filteredOn(it -> it.address().toString().equals("a"))
          .allMatch(it -> it.impact().word().equals("restart"));
      bench.applied(program);
      assertThat(bench.plan(program).changes()).isEmpty();
      assertThat(started("a")).isGreaterThan(started("b"));
    }
  }

  /** With an address of these peers. */
  private static String here(String text) {
    String mine = Peers.variable("DVL_TEST_DOCKER_SUBNETS");
    return text.replace("NET", mine.substring(0, mine.indexOf('.', 3)));
  }

  private String started(String of) throws IOException {
    return inspected(of).at("/State/StartedAt").asText();
  }

  private String member(String last) {
    return Programs.program(
        """
        network n { name = "%1$s-n", internal = false, subnets = [{ subnet = "NET.64.0/24" }] }
        container a {
          image    = "dvl-test/base:1"
          name     = "%1$s-a"
          networks = [{ network = n, address = "NET.64.%2$s" }]
        }
        """
            .formatted(prefix, last)
            .transform(WayBackTest::here));
  }

  private String subnet(String subnet) {
    return Programs.program(
        """
        network n { name = "%1$s-n", subnets = [{ subnet = "%2$s" }] }
        network m { name = "%1$s-m" }
        container a { image = "dvl-test/base:1", name = "%1$s-a", networks = [n, m] }
        container b { image = "dvl-test/base:1", name = "%1$s-b", networks = [n] }
        """
            .formatted(prefix, subnet)
            .transform(WayBackTest::here));
  }

  private String sharer(String mode, String owner, String release) {
    boolean narrow = owner.contains("parallel");
    String host =
        narrow
            ? Programs.host().replace("docker {", "docker {\nparallelism = 1\n")
            : Programs.host();
    return Programs.on(
        host,
        """
        container b { image = "dvl-test/base:1", name = "%1$s-b", env = { A = "%2$s" }
        %4$s }
        container a { image = "dvl-test/base:1", name = "%1$s-a", %3$s = b }
        """
            .formatted(prefix, release, mode, owner.replace("parallel", "")));
  }

  private String name(String of) {
    return prefix + "-" + of;
  }

  private String endpoint(String network) {
    return "/NetworkSettings/Networks/" + prefix + "-" + network;
  }

  private JsonNode inspected(String of) throws IOException {
    return engine.container(name(of));
  }

  private void somebodysNetwork(String subnet) throws IOException {
    ObjectNode body =
        Engine.object(
            "{'Name': '%1$s-other', 'Labels': {'wb': '%1$s'}, 'IPAM': {'Config': [{}]}}"
                .formatted(prefix));
    ((ObjectNode) body.at("/IPAM/Config/0")).put("Subnet", here(subnet));
    engine.post("/networks/create", body);
  }

  /** A container of somebody else in the network `n`. */
  private void stranger(String address) throws IOException {
    ObjectNode body =
        Engine.object(
            "{'Image': 'dvl-test/base:1', 'HostConfig': {'NetworkMode': '%s-n'}}"
                .formatted(prefix));
    if (!address.isEmpty()) {
      body.set(
          "NetworkingConfig",
          Engine.object(
              "{'EndpointsConfig': {'%s-n': {'IPAMConfig': {'IPv4Address': '%s'}}}}"
                  .formatted(prefix, address)));
    }
    strangers.add(engine.run(prefix + "-stranger", body));
  }

  private void freed() throws IOException {
    engine.removeContainer(strangers.removeLast());
  }
}
