package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import dev.dvl.docker.ssh.Relay;
import dev.dvl.docker.ssh.SshPeer;
import dev.dvl.engine.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a whole plan asks of an engine, counted at the socket: nothing that changes anything, and
 * for thirty resources as much as for three, but for an inspection of each container.
 */
@Tag("docker")
@Tag("engines")
class PlanCountTest {
  private static final String INSPECTION = "GET /containers/ID/json";
  private static final String IMAGE_INSPECTION = "GET /images/ID/json";

  private final String prefix = "pc%08x".formatted(new Random().nextInt());
  private final CallLog calls = new CallLog();
  @TempDir Path folder;

  @Test
  void aPlanOnlyLooksAndLooksAtAllAtOnce() throws Exception {
    Path context = Files.createDirectory(folder.resolve("context"));
    Files.writeString(context.resolve("Dockerfile"), "FROM dvl-test/base:1\nCOPY Dockerfile /\n");
    Bench bench =
        Programs.in(folder, new DockerProvider(calls))
            .secret("registry_password", Peers.variable("DVL_TEST_REGISTRY_PASSWORD"));
    try {
      SortedMap<String, Integer> few = counted(bench, 1);
      SortedMap<String, Integer> many = counted(bench, 10);
      assertThat(few.remove(INSPECTION)).isEqualTo(1);
      assertThat(many.remove(INSPECTION)).isEqualTo(10);
      assertThat(many).isEqualTo(few);
    } finally {
      bench.apply(bench.planDestroy(program(10, "")));
    }
  }

  /** Logins cost far more than calls, so there is one. */
  @Test
  void overSshItLooksAsOftenOnOneConnection() throws Exception {
    Path context = Files.createDirectory(folder.resolve("context"));
    Files.writeString(context.resolve("Dockerfile"), "FROM dvl-test/base:1\nCOPY Dockerfile /\n");
    Bench bench =
        Programs.in(folder, new DockerProvider(calls))
            .secret("registry_password", Peers.variable("DVL_TEST_REGISTRY_PASSWORD"));
    try (Relay relay = new Relay(SshPeer.port("DVL_TEST_SSH"))) {
      bench.applied(program(3, ""));
      calls.take();
      SortedMap<String, Integer> bySocket = planned(bench, program(3, ""), 0);
      String bySsh = program(Programs.ssh(relay.port()), 3, "");
      assertThat(planned(bench, bySsh, 0)).isEqualTo(bySocket);
      assertThat(relay.connections()).isEqualTo(1);
    } finally {
      bench.apply(bench.planDestroy(program(3, "")));
    }
  }

  /** The calls of a plan that has something to say, which must be those of any other plan too. */
  private SortedMap<String, Integer> counted(Bench bench, int count) throws IOException {
    bench.plan(program(count, ""));
    onlyLooks(calls.take());
    bench.applied(program(count, ""));
    calls.take();
    SortedMap<String, Integer> unchanged = planned(bench, program(count, ""), 0);
    Files.writeString(folder.resolve("context/more"), "more " + count);
    String changed = program(count, "labels = { release = \"2\" }");
    SortedMap<String, Integer> changes = planned(bench, changed, 2 * count + 1);
    SortedMap<String, Integer> andOfOthers = new TreeMap<>(unchanged);
    andOfOthers.merge("GET /containers/json", 1, Integer::sum);
    assertThat(changes).as("with what others have").isEqualTo(andOfOthers);
    Plan destroy = bench.planDestroy(program(count, ""));
    assertThat(destroy.changes()).hasSize(3 * count + 2);
    SortedMap<String, Integer> destroying = counts(calls.take());
    Files.delete(folder.resolve("context/more"));
    assertThat(destroying.keySet()).isSubsetOf(unchanged.keySet());
    assertThat(destroying)
        .allSatisfy((call, n) -> assertThat(n).as(call).isLessThanOrEqualTo(andOfOthers.get(call)));
    return unchanged;
  }

  private SortedMap<String, Integer> planned(Bench bench, String program, int changes)
      throws IOException {
    assertThat(bench.plan(program).changes()).hasSize(changes);
    SortedMap<String, Integer> counts = counts(calls.take());
    assertThat(counts.get(IMAGE_INSPECTION)).as("images that containers run").isEqualTo(1);
    return counts;
  }

  /** How often each call is made, whatever object and filter it is about. */
  private static SortedMap<String, Integer> counts(List<String> made) {
    onlyLooks(made);
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (String call : made) {
      String plain =
          call.replaceFirst("/v[0-9.]+", "")
              .replaceFirst("[?].*", "")
              .replaceFirst("(containers|images)/(sha256:)?[0-9a-f]{64}/json", "$1/ID/json");
      counts.merge(plain, 1, Integer::sum);
    }
    return counts;
  }

  private static void onlyLooks(List<String> made) {
    assertThat(made).isNotEmpty().allMatch(it -> it.startsWith("GET ") || it.startsWith("HEAD "));
  }

  private String program(int count, String labels) {
    return program("endpoint = \"" + Peers.docker() + "\"", count, labels);
  }

  private String program(String way, int count, String labels) {
    return """
    module it { edition = 2026 }
    secret registry_password = env("PASSWORD_OF_TESTS")
    host engine: docker {
      WAY
      registry own { address = "REGISTRY", username = "USER", password = registry_password }
    }
    image pulled { name = "REGISTRY/dvl/web:1", pull = "on_change" }
    image built { name = "PREFIX-built:1"
      build { context = "context" } }
    for i in 0..<COUNT {
      network net[i] { LABELS }
      volume data[i] {}
      container web[i] {
        image    = built
        networks = [net[i]]
        mounts   = [{ type = "volume", source = data[i], target = "/data" }]
        stop_grace = 1s
        LABELS
      }
    }
    """
        .replace("WAY", way)
        .replace("REGISTRY", Peers.variable("DVL_TEST_REGISTRY"))
        .replace("USER", Peers.variable("DVL_TEST_REGISTRY_USER"))
        .replace("PREFIX", prefix)
        .replace("COUNT", Integer.toString(count))
        .replace("LABELS", labels);
  }
}
