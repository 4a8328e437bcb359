package dev.dvl.docker.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.docker.ssh.client.SshDialer;
import dev.dvl.docker.wire.Answer;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One connection carries all calls, and another one takes its place when it breaks. */
@Tag("docker")
class SshDialerTest {
  private static final int MANY = 200;

  @TempDir Path home;
  private Relay relay;
  private SshDialer dialer;
  private Wire wire;

  @BeforeEach
  void open() throws Exception {
    relay = new Relay(SshPeer.port("DVL_TEST_SSH"));
    Route route =
        Routes.to(
            SshPeer.in(home).with("port", relay.port()).spec(Map.of()),
            "ssh://127.0.0.1",
            Duration.ofMinutes(1));
    dialer = new SshDialer(route);
    wire = new Wire(dialer, dialer);
  }

  @AfterEach
  void close() throws IOException {
    wire.close();
    relay.close();
  }

  @Test
  void manyCallsAtOnceShareOneConnection() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch all = new CountDownLatch(MANY);
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        answers.add(
            threads.submit(
                () -> {
                  all.countDown();
                  all.await();
                  return get("/info");
                }));
      }
      for (Future<String> answer : answers) {
        assertThat(answer.get()).contains("ServerVersion");
      }
    }
    assertThat(relay.connections()).isEqualTo(1);
  }

  /** A kept line serves one thread after the other, each of which has ended by then. */
  @Test
  void aKeptLineOutlivesItsReaders() throws Exception {
    for (int i = 0; i < 20; i++) {
      Thread reader = Thread.ofPlatform().start(() -> assertAnswers());
      reader.join();
    }
    assertThat(relay.connections()).isEqualTo(1);
  }

  @Test
  void whoReadsSlowlyHoldsNobodyUp() throws Exception {
    try (Answer events = wire.send(Call.get("/events?since=0&until=1").patient())) {
      for (int i = 0; i < 50; i++) {
        assertAnswers();
      }
      assertThat(events.ok()).isTrue();
    }
  }

  @Test
  void whatABrokenConnectionHeldEndsAndTheNextCallGoesOn() throws Exception {
    assertAnswers();
    try (Answer events = wire.send(Call.get("/events").patient());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<byte[]> held = threads.submit(() -> events.body().readAllBytes());
      relay.cut();
      assertThatThrownBy(held::get).hasRootCauseInstanceOf(IOException.class);
    }
    assertAnswers();
    assertThat(relay.connections()).isEqualTo(2);
  }

  @Test
  void whoComesDuringAFailureSharesIt() throws Exception {
    relay.close();
    assertThatThrownBy(() -> get("/info")).isInstanceOf(SshProblem.class);
  }

  @Test
  void aClosedDialerStaysClosed() throws Exception {
    assertAnswers();
    wire.close();
    assertThatThrownBy(dialer::dial).isInstanceOf(IOException.class);
    assertThat(relay.connections()).isEqualTo(1);
  }

  @Test
  void runsCommands() throws Exception {
    assertThat(dialer.run("echo one; echo two >&2; exit 3", Duration.ofMinutes(1)))
        .satisfies(
            ran -> {
              assertThat(ran.status()).isEqualTo(3);
              assertThat(ran.output()).isEqualTo("one\n");
            });
    assertThatThrownBy(() -> dialer.run("sleep 60", Duration.ofMillis(200)))
        .isInstanceOf(IOException.class);
  }

  /** An encrypted key is used as soon as the agent holds it, and so are keys that only it holds. */
  @Test
  void asksTheAgent() throws Exception {
    Path socket = home.resolve("agent");
    Process agent =
        new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      while (!Files.exists(socket)) {
        assertThat(agent.isAlive()).isTrue();
        Thread.sleep(10);
      }
      add(socket, SshPeer.key("nobody"));
      add(socket, SshPeer.key("locked"));
      SshPeer peer = SshPeer.in(home).where("SSH_AUTH_SOCK", socket.toString());
      peer.with("key", SshPeer.key("locked").toString()).connect().close();
      peer.without("key").connect().close();
    } finally {
      agent.destroy();
    }
  }

  private void add(Path socket, Path key) throws Exception {
    Path ask = home.resolve("ask");
    Files.writeString(ask, "#!/bin/sh\necho open sesame\n");
    assertThat(ask.toFile().setExecutable(true)).isTrue();
    ProcessBuilder adding = new ProcessBuilder("ssh-add", "-q", key.toString());
    adding.environment().put("SSH_AUTH_SOCK", socket.toString());
    adding.environment().put("SSH_ASKPASS", ask.toString());
    adding.environment().put("SSH_ASKPASS_REQUIRE", "force");
    adding.redirectErrorStream(true);
    Process process = adding.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private void assertAnswers() {
    try {
      assertThat(get("/_ping")).isEqualTo("OK");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String get(String path) throws IOException {
    try (Answer answer = wire.send(Call.get(path))) {
      return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
