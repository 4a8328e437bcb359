package dev.dvl.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.command.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An apply in a process of its own that is killed in the middle of a call, and what the next run
 * makes of it: no repair by hand, no orphan, nothing twice.
 */
@Tag("docker")
class KillTest {
  private static final int KILLED = 128 + 9;
  private static final int PATIENCE_SECONDS = 600;

  private final String name = "kill%08x".formatted(new Random().nextInt());
  @TempDir private Path folder = Path.of("");
  private Engine engine = new Engine("");

  @BeforeEach
  void write() throws IOException {
    engine = Engine.ofTests();
    Files.writeString(
        folder.resolve("main.dvl"),
        """
        host engine: docker {}
        network net { name = "%1$s" }
        volume data { name = "%1$s" }
        container web {
          name     = "%1$s"
          image    = "dvl-test/base:1"
          networks = [net]
          mounts   = [{ type = "volume", source = data, target = "/data" }]
          files    = [{ path = "/etc/web.conf", text = "hello" }]
        }
        """
            .formatted(name));
  }

  @AfterEach
  void destroy() throws IOException, InterruptedException {
    Calls.Ended ended = calls(engine.endpoint()).dvl("destroy", "--yes");
    assertThat(ended.exit()).as(ended::toString).isEqualTo(Exit.DONE);
    assertThat(made()).allSatisfy((kind, ids) -> assertThat(ids).as(kind).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "POST .*/networks/create, request",
    "POST .*/networks/create, answer",
    "POST .*/volumes/create, answer",
    "POST .*/containers/create, request",
    "POST .*/containers/create, answer",
    "PUT .*/archive, request",
    "PUT .*/archive, answer",
    "POST .*/start, request",
    "POST .*/start, answer",
    "POST .*/rename, request",
    "POST .*/rename, answer",
  })
  void theNextRunCarriesOn(String call, String held) throws Exception {
    killAt(Pattern.compile(call), held.equals("answer"));
    carriesOn();
  }

  /** With its birth record it looks like what is wanted, and has no file: it must not count. */
  @ParameterizedTest
  @CsvSource({"request", "answer"})
  void aContainerThatRunsBeforeItIsCompleteDoesNotCount(String held) throws Exception {
    killAt(Pattern.compile("PUT .*/archive"), held.equals("answer"));
    List<String> containers = made().getOrDefault("container", List.of());
    assertThat(containers).hasSize(1);
    engine.docker(List.of("docker", "start", containers.getFirst()));
    Calls.Ended plan = calls(engine.endpoint()).dvl("plan", "--detailed-exitcode");
    assertThat(plan.exit()).as(plan::toString).isEqualTo(Exit.CHANGES);
    assertThat(plan.out()).contains("web");
    carriesOn();
  }

  private void killAt(Pattern call, boolean answer) throws IOException, InterruptedException {
    Path real = Path.of(engine.endpoint().replaceFirst("^unix://", ""));
    try (HoldingProxy proxy = new HoldingProxy(real, folder.resolve("held.sock"), call, answer)) {
      Process apply = applying(proxy.endpoint());
      try {
        assertThat(proxy.holds(PATIENCE_SECONDS)).as(this::said).isTrue();
      } finally {
        apply.destroyForcibly();
      }
      assertThat(apply.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(apply.exitValue()).as(this::said).isEqualTo(KILLED);
    }
    Files.delete(folder.resolve("held.sock"));
  }

  private void carriesOn() throws IOException, InterruptedException {
    Calls calls = calls(engine.endpoint());
    Calls.Ended apply = calls.dvl("apply", "--yes");
    assertThat(apply.exit()).as(apply::toString).isEqualTo(Exit.DONE);
    Calls.Ended plan = calls.dvl("plan", "--detailed-exitcode");
    assertThat(plan.exit()).as(plan::toString).isEqualTo(Exit.DONE);
    Map<String, List<String>> made = made();
    for (String kind : List.of("container", "network", "volume")) {
      assertThat(made.get(kind)).as(kind).hasSize(1);
    }
    assertThat(engine.docker(List.of("docker", "exec", name, "cat", "/etc/web.conf")))
        .isEqualTo("hello");
  }

  private Process applying(String endpoint) throws IOException {
    return calls(endpoint)
        .process("apply", "--yes", "--progress", "plain")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile())
        .start();
  }

  private Calls calls(String endpoint) {
    return new Calls(
        folder, Map.of("DOCKER_HOST", endpoint, "XDG_STATE_HOME", folder.resolve("s").toString()));
  }

  private Map<String, List<String>> made() throws IOException, InterruptedException {
    String id = Files.readString(folder.resolve("dvl.stack")).strip();
    return engine.madeBy(id + "/default");
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("said"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
