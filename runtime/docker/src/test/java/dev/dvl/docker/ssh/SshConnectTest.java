package dev.dvl.docker.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.Codes;
import dev.dvl.docker.Peers;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way to an engine by SSH, and every way not to get there. */
@Tag("docker")
class SshConnectTest {
  @TempDir Path home;

  @Test
  void followsTheBlock() throws Exception {
    assertConnects(SshPeer.in(home));
  }

  @Test
  void takesEveryFormOfKey() throws Exception {
    for (String name : new String[] {"rsa", "pem"}) {
      assertConnects(SshPeer.in(home).with("key", SshPeer.key(name).toString()));
    }
    assertConnects(
        SshPeer.in(home).without("key").with("key_text", Files.readString(SshPeer.key("user"))));
    assertConnects(
        SshPeer.in(home)
            .with("key", SshPeer.key("locked").toString())
            .with("passphrase", "open sesame"));
  }

  @Test
  void takesTheEndpointForTheRest() throws Exception {
    String url = "ssh://root@" + Peers.variable("DVL_TEST_SSH");
    SshPeer bare = SshPeer.in(home).without("host").without("port").without("user");
    assertConnects(bare, Map.of("endpoint", Value.text(url)));
    assertConnects(bare.without("socket"), Map.of("endpoint", Value.text(url + SshPeer.socket())));
    assertConnects(bare.where("DOCKER_HOST", url), Map.of());
  }

  @Test
  void takesKnownHosts() throws Exception {
    SshPeer peer = SshPeer.in(home).without("host_key");
    known("[127.0.0.1]:" + SshPeer.port("DVL_TEST_SSH"));
    assertConnects(peer);
    Files.move(home.resolve(".ssh/known_hosts"), home.resolve("known"));
    assertProblem(Codes.HOST_KEY_UNKNOWN, "nobody vouches for", peer);
    assertConnects(peer.with("known_hosts", "known"));
  }

  @Test
  void refusesAKeyThatNobodyVouchesFor() throws Exception {
    SshPeer peer = SshPeer.in(home).without("host_key");
    assertProblem(Codes.HOST_KEY_UNKNOWN, "SHA256:", peer);
    assertProblem(
        Codes.HOST_KEY_UNKNOWN, Peers.variable("DVL_TEST_SSH_HOST_KEY") + "\"` in the block", peer);
    assertThat(home.resolve(".ssh")).doesNotExist();
  }

  @Test
  void refusesAnotherKey() throws Exception {
    String other = Files.readString(SshPeer.key("other.pub")).strip();
    SshPeer peer = SshPeer.in(home);
    assertProblem(Codes.HOST_KEY_CHANGED, "`host_key`", peer.with("host_key", other));
    Path known = Files.createDirectories(home.resolve(".ssh")).resolve("known_hosts");
    String name = "[127.0.0.1]:" + SshPeer.port("DVL_TEST_SSH");
    Files.writeString(known, "# mine\n" + name + " " + other + "\n");
    assertProblem(Codes.HOST_KEY_CHANGED, "known_hosts:2`", peer.without("host_key"));
    Files.writeString(
        known, "@revoked * " + Peers.variable("DVL_TEST_SSH_HOST_KEY") + " found in the street\n");
    assertProblem(Codes.HOST_KEY_CHANGED, "revoked", peer.without("host_key"));
  }

  /** The server has no such key, so the two have nothing to agree on. */
  @Test
  void refusesAKeyOfAnotherType() throws Exception {
    String other = Files.readString(SshPeer.key("rsa.pub")).strip();
    assertProblem(Codes.HOST_KEY_CHANGED, "ssh-ed25519", SshPeer.in(home).with("host_key", other));
  }

  @Test
  void explainsKeysThatCannotBeUsed() throws Exception {
    SshPeer peer = SshPeer.in(home);
    assertProblem(Codes.KEY_UNUSABLE, "There is no SSH key", peer.with("key", "gone"));
    Files.writeString(home.resolve("text"), "no key");
    Files.setPosixFilePermissions(
        home.resolve("text"), PosixFilePermissions.fromString("rw-------"));
    assertProblem(Codes.KEY_UNUSABLE, "no private key", peer.with("key", "text"));
    assertProblem(Codes.KEY_UNUSABLE, "folder", peer.with("key", "."));
    assertProblem(
        Codes.KEY_UNUSABLE, "no private key", peer.without("key").with("key_text", "secret"));
    Files.copy(SshPeer.key("user"), home.resolve("open"));
    Files.setPosixFilePermissions(
        home.resolve("open"), PosixFilePermissions.fromString("rw-r-----"));
    assertProblem(Codes.KEY_OPEN, "chmod 600", peer.with("key", "open"));
    SshPeer locked = peer.with("key", SshPeer.key("locked").toString());
    assertProblem(Codes.KEY_ENCRYPTED, "ssh-add", locked);
    assertProblem(
        Codes.KEY_ENCRYPTED, "another passphrase", locked.with("passphrase", "simsalabim"));
  }

  @Test
  void isRefusedWithoutTheRightKey() {
    SshPeer peer = SshPeer.in(home);
    assertProblem(
        Codes.SSH_REFUSED, "takes none", peer.with("key", SshPeer.key("nobody").toString()));
    assertProblem(Codes.SSH_REFUSED, "takes none", peer.with("user", "sync"));
    assertProblem(Codes.SSH_REFUSED, "there is no key", peer.without("key"));
  }

  @Test
  void saysWhyTheSocketCannotBeUsed() {
    SshPeer peer = SshPeer.in(home);
    assertProblem(
        Codes.FORWARDING,
        "AllowStreamLocalForwarding",
        peer.with("port", SshPeer.port("DVL_TEST_SSH_CLOSED")));
    assertProblem(
        Codes.SOCKET_DENIED, "group", peer.with("user", Peers.variable("DVL_TEST_SSH_STRANGER")));
    assertProblem(
        Codes.UNREACHABLE, "there is no socket", peer.with("socket", "/run/it's not there.sock"));
  }

  /** Its cloud-init may still be at work, and that is waited for. */
  @Test
  void aGuestMayNotLetItsUserAtTheSocketYet() {
    SshPeer stranger = SshPeer.in(home).with("user", Peers.variable("DVL_TEST_SSH_STRANGER"));
    HostProblem problem = assertThrows(HostProblem.class, () -> stranger.connect().close());
    assertThat(problem.mayPass()).isFalse();
    SshPeer guest = stranger.with("cloud_init", "i-1");
    problem = assertThrows(HostProblem.class, () -> guest.connect().close());
    assertThat(problem.code()).isEqualTo(Codes.SOCKET_DENIED);
    assertThat(problem.mayPass()).isTrue();
  }

  @Test
  void namesTheServerThatDoesNotAnswer() throws Exception {
    SshPeer peer = SshPeer.in(home);
    assertProblem(Codes.SSH_SILENT, "`root@127.0.0.1:1`", peer.with("port", 1));
    assertProblem(
        Codes.SSH_SILENT, "no host `nowhere.invalid`", peer.with("host", "nowhere.invalid"));
    try (java.net.ServerSocket silent = new java.net.ServerSocket(0)) {
      HostProblem problem =
          assertThrows(
              HostProblem.class,
              () ->
                  peer.with("port", silent.getLocalPort())
                      .connect(Map.of("connect_timeout", dev.dvl.docker.V.seconds(1)))
                      .close());
      assertThat(problem).hasMessageContaining("timed out");
    }
  }

  @Test
  void followsTheUsersConfiguration() throws Exception {
    known("[127.0.0.1]:" + SshPeer.port("DVL_TEST_SSH"));
    config(
        """
        Host edge
          HostName 127.0.0.1
          Port %s
          User root
          IdentityFile %s
        """
            .formatted(SshPeer.port("DVL_TEST_SSH"), SshPeer.key("user")));
    SshPeer none = new SshPeer(home, new java.util.TreeMap<>(), Map.of());
    assertConnects(none, Map.of("endpoint", Value.text("ssh://edge" + SshPeer.socket())));
    assertConnects(none.with("host", "edge").with("socket", SshPeer.socket()));
  }

  @Test
  void goesThroughJumpHosts() throws Exception {
    known("[127.0.0.1]:" + SshPeer.port("DVL_TEST_SSH"));
    String here = "root@" + Peers.variable("DVL_TEST_SSH");
    assertConnects(SshPeer.in(home).with("jump", here));
    assertConnects(SshPeer.in(home).with("jump", here + "," + here));
    config(
        """
        Host one two
          HostName 127.0.0.1
          Port %s
          User root
          IdentityFile %s
        Host two
          ProxyJump one
        Host three
          ProxyJump two
        """
            .formatted(SshPeer.port("DVL_TEST_SSH"), SshPeer.key("user")));
    SshPeer three = SshPeer.in(home).with("host", "three").without("host_key").without("port");
    config(
        Files.readString(home.resolve(".ssh/config"))
            + "  HostName 127.0.0.1\n  Port "
            + SshPeer.port("DVL_TEST_SSH")
            + "\n");
    assertConnects(three);
    assertProblem(
        Codes.SSH_SILENT,
        "jump host does not get there",
        SshPeer.in(home)
            .with("jump", "root@" + Peers.variable("DVL_TEST_SSH_CLOSED"))
            .with("known_hosts", known("[127.0.0.1]:" + SshPeer.port("DVL_TEST_SSH_CLOSED"))));
  }

  @Test
  void runsNoCommandsOfTheConfiguration() throws Exception {
    config("Host edge\n  ProxyCommand touch " + home.resolve("proof") + "\n");
    assertProblem(Codes.SETTINGS, "runs no commands", SshPeer.in(home).with("host", "edge"));
    assertThat(home.resolve("proof")).doesNotExist();
  }

  @Test
  void explainsSettingsThatDoNotFit() {
    assertProblem(
        Codes.SETTINGS,
        "names no `host`",
        SshPeer.in(home).without("host").where("DOCKER_HOST", "unix:///x"));
    assertProblem(Codes.SETTINGS, "[user@]host[:port]", SshPeer.in(home).with("jump", "a:b:c"));
    assertProblem(
        Codes.SETTINGS, "no public key", SshPeer.in(home).with("host_key", "ssh-rsa AAAA"));
  }

  private String known(String name) throws Exception {
    Path file = Files.createDirectories(home.resolve(".ssh")).resolve("known_hosts");
    Files.writeString(file, name + " " + Peers.variable("DVL_TEST_SSH_HOST_KEY") + "\n");
    return file.toString();
  }

  private void config(String text) throws Exception {
    Files.writeString(Files.createDirectories(home.resolve(".ssh")).resolve("config"), text);
  }

  private static void assertConnects(SshPeer peer) throws Exception {
    assertConnects(peer, Map.of());
  }

  private static void assertConnects(SshPeer peer, Map<String, Value> more) throws Exception {
    try (Reader reader = peer.connect(more)) {
      assertThat(reader.facts().version()).isNotEmpty();
    }
  }

  private static void assertProblem(Code code, String text, SshPeer peer) {
    HostProblem problem = assertThrows(HostProblem.class, () -> peer.connect().close());
    assertThat(problem.code()).as(problem.getMessage()).isEqualTo(code);
    assertThat(problem).hasMessageContaining(text).hasMessageEndingWith(".");
  }
}
