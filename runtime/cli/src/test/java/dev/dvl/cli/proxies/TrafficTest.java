package dev.dvl.cli.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.command.Exit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Debian's HAProxy and nginx, configured by what comes with dvl, in front of real containers. */
@Tag("docker")
class TrafficTest {
  @TempDir private Path folder = Path.of("");
  private Optional<Trial> trial = Optional.empty();
  private int port;

  @BeforeEach
  void findAPort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  @AfterEach
  void leaveNothing() {
    trial.ifPresent(it -> it.gives(Exit.DONE, "destroy", ".", "--yes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"haproxy", "nginx"})
  void noRequestIsLostWhenCopiesComeAndGoAndWhenATagRolls(String which) throws Exception {
    Trial program = program("traffic", which);
    apply(program);
    Requests requests = new Requests(port);
    assertThat(requests.served("localhost", "/").body()).isEqualTo("page of release 1\n");
    Load load = new Load(requests);
    try (load) {
      applyLeaving(program.with("copies", 5), "3 created.");
      applyLeaving(program.with("copies", 2), "3 destroyed.");
      applyLeaving(program.with("tag", 2), "2 replaced.");
    }
    assertThat(load.lost()).as("of %d", load.answered()).isEmpty();
    assertThat(load.answered()).isGreaterThan(100);
    assertThat(requests.get("localhost", "/").body()).isEqualTo("page of release 2\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"haproxy", "nginx"})
  void requestsFindTheirWay(String which) throws Exception {
    apply(program("routes", which));
    assertAnswer("localhost", "/x", "page at /x");
    assertAnswer("localhost:80", "/api/x?a=b", "users at /x");
    assertAnswer("localhost", "/apix", "page at /apix");
    assertAnswer("localhost", "/api/v2/x", "newer at /api/v2/x");
    assertAnswer("admin.example", "/api/x", "admin at /api/x");
    assertAnswer("ADMIN.example:8080", "/x", "admin at /x");
    assertAnswer("shop.example", "/api/v2/x", "newer at /x");
    assertThat(new Requests(port).get("shop.example", "/x").code()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"haproxy", "nginx"})
  void whatHasBegunEndsWhenRoutesChange(String which) throws Exception {
    Trial program = program("routes", which);
    apply(program);
    assertAnswer("localhost", "/x", "page at /x");
    CompletableFuture<Requests.Answer> begun = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> begun.completeAsync(() -> slow(), Runnable::run));
    applyLeaving(program.with("more", true), "1 replaced.");
    assertThat(begun.get().body()).isEqualTo("page at last");
    assertAnswer("localhost", "/apix/x", "admin at /x");
  }

  private Requests.Answer slow() {
    try {
      return new Requests(port).get("localhost", "/cgi-bin/slow");
    } catch (IOException e) {
      return new Requests.Answer("", e.toString());
    }
  }

  private void assertAnswer(String host, String path, String body) throws Exception {
    assertThat(new Requests(port).served(host, path))
        .as("%s%s", host, path)
        .extracting(Requests.Answer::body)
        .isEqualTo(body);
  }

  private Trial program(String name, String which) throws IOException {
    String engine = System.getenv("DVL_TEST_DOCKER");
    Assumptions.assumeTrue(engine != null, "there is no engine for tests");
    Trial made =
        Trial.of(name, folder).with("which", which).with("endpoint", engine).with("at", port);
    trial = Optional.of(made);
    return made;
  }

  private static void apply(Trial program) {
    program.gives(Exit.DONE, "apply", ".", "--yes");
    program.gives(Exit.DONE, "plan", ".", "--detailed-exitcode");
  }

  /** Nothing else changes, so the proxy stays what it is. */
  private static void applyLeaving(Trial program, String done) {
    assertThat(program.gives(Exit.DONE, "apply", ".", "--yes")).contains("Applied: " + done);
    program.gives(Exit.DONE, "plan", ".", "--detailed-exitcode");
  }
}
