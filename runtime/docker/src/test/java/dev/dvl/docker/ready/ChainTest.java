package dev.dvl.docker.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dvl.docker.Codes;
import dev.dvl.docker.Peers;
import dev.dvl.docker.connect.Connector;
import dev.dvl.docker.ssh.Relay;
import dev.dvl.docker.ssh.SshPeer;
import dev.dvl.engine.provider.Before;
import dev.dvl.engine.provider.HostProblem;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A machine that comes up while somebody waits for it, and one that does not. */
@Tag("docker")
class ChainTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Limits PATIENT = new Limits(LONG, LONG, LONG, PAUSE, "");

  @TempDir Path home;

  @Test
  void whatIsReadyIsTakenAtOnce() throws Exception {
    Waiting run = new Waiting(text -> {});
    await(SshPeer.in(home), run, PATIENT);
    assertThat(run.said()).isEmpty();
  }

  @Test
  void waitsForTheSshServer() throws Exception {
    int port = freePort();
    try (Started relay = new Started(port)) {
      Waiting run = new Waiting(relay::start);
      await(SshPeer.in(home).with("port", port), run, PATIENT);
      assertThat(run.said()).first().asString().startsWith("SSH: The SSH server");
    }
  }

  @Test
  void waitsForTheSocket() throws Exception {
    Path socket = home.resolve("engine.sock");
    Waiting run = new Waiting(text -> link(socket, Path.of(SshPeer.socket())));
    await(SshPeer.in(home).with("socket", socket.toString()), run, PATIENT);
    assertThat(run.said()).first().asString().contains("there is no socket");
  }

  @Test
  void aWrongHostKeyFailsAtOnce() throws Exception {
    String other = Files.readString(SshPeer.key("other.pub")).strip();
    assertProblem(Codes.HOST_KEY_CHANGED.id(), SshPeer.in(home).with("host_key", other), PATIENT);
    assertProblem(
        Codes.FORWARDING.id(),
        SshPeer.in(home).with("port", SshPeer.port("DVL_TEST_SSH_CLOSED")),
        PATIENT);
  }

  @ParameterizedTest
  @EnumSource
  void noLinkIsTriedMoreThanOnceASecond(Before before) {
    assertThat(Limits.of(before).pause()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void eachLinkHasItsLimit() throws Exception {
    assertThat(
            assertProblem(
                Codes.SSH_SILENT.id(),
                SshPeer.in(home).with("port", freePort()),
                new Limits(SHORT, LONG, LONG, PAUSE, "")))
        .endsWith("It was waited for 0 s.");
    Limits engine = new Limits(LONG, LONG, SHORT, PAUSE, "");
    assertProblem(Codes.UNREACHABLE.id(), SshPeer.in(home).with("socket", "/nowhere.sock"), engine);
    assertProblem(
        Codes.SOCKET_DENIED.id(),
        SshPeer.in(home).with("user", Peers.variable("DVL_TEST_SSH_STRANGER")),
        engine);
    assertProblem(
        Codes.SSH_REFUSED.id(),
        SshPeer.in(home).with("key", SshPeer.key("nobody").toString()),
        new Limits(SHORT, LONG, LONG, PAUSE, ""));
  }

  /** What runs already has less to do until it answers. */
  @Test
  void aMachineThatRanBeforeIsWaitedForBriefly() throws Exception {
    Limits running = Limits.of(Before.RUNNING);
    Limits starting = Limits.of(Before.NOT_RUNNING);
    assertThat(running.login()).isLessThanOrEqualTo(Duration.ofMinutes(1));
    assertThat(running.engine()).isLessThanOrEqualTo(Duration.ofMinutes(1));
    assertThat(starting.login()).isGreaterThan(running.login());
    assertThat(running.cloudInit()).isEqualTo(starting.cloudInit());
    assertThat(
            assertProblem(
                Codes.SSH_SILENT.id(),
                SshPeer.in(home).with("port", freePort()),
                new Limits(SHORT, LONG, LONG, PAUSE, running.because())))
        .endsWith(
            "It was waited for 0 s. Its machine was running before, so this apply waits no"
                + " longer.");
  }

  /** The machine of the tests has none. */
  @Test
  void saysThatThereIsNoCloudInit() throws Exception {
    assertThat(
            assertProblem(
                Codes.CLOUD_INIT.id(), SshPeer.in(home).with("cloud_init", "i-1"), PATIENT))
        .contains("it is not installed");
  }

  @Test
  void stopsWhenItIsAskedTo() throws Exception {
    Waiting run = new Waiting(text -> {});
    run.after(1);
    HostProblem problem =
        assertThrows(
            HostProblem.class,
            () -> await(SshPeer.in(home).with("socket", "/nowhere.sock"), run, PATIENT));
    assertThat(problem.code()).isEqualTo(Codes.CANCELLED);
  }

  private static String assertProblem(String code, SshPeer peer, Limits limits) {
    HostProblem problem =
        assertThrows(HostProblem.class, () -> await(peer, new Waiting(text -> {}), limits));
    assertThat(problem.code().id()).as(problem.getMessage()).isEqualTo(code);
    return String.valueOf(problem.getMessage());
  }

  private static void await(SshPeer peer, Waiting run, Limits limits) throws HostProblem {
    new Chain(new Connector(it -> it), peer.spec(Map.of()), run, limits).await().api().close();
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void link(Path from, Path to) {
    try {
      if (!Files.exists(from)) {
        Files.createSymbolicLink(from, to);
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A server that comes up when it is told to. */
  private static final class Started implements AutoCloseable {
    private final int port;
    private java.util.Optional<Relay> relay = java.util.Optional.empty();

    Started(int port) {
      this.port = port;
    }

    void start(String text) {
      try {
        if (relay.isEmpty()) {
          relay = java.util.Optional.of(new Relay(port, SshPeer.port("DVL_TEST_SSH")));
        }
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws java.io.IOException {
      if (relay.isPresent()) {
        relay.get().close();
      }
    }
  }
}
