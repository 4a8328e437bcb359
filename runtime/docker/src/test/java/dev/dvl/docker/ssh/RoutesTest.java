package dev.dvl.docker.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.V;
import dev.dvl.engine.provider.HostProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which way block, endpoint and the user's settings mean. */
class RoutesTest {
  @TempDir Path home;

  @Test
  void theEndpointAloneIsEnough() throws Exception {
    Route route = route("ssh://ops@10.0.0.7:2222/run/user/1000/docker.sock");
    assertThat(route.hops()).extracting(Hop::named).containsExactly("`ops@10.0.0.7:2222`");
    assertThat(route.socket()).isEqualTo("/run/user/1000/docker.sock");
    assertThat(route("ssh://ops@[fe80::1]:2222").last().named()).isEqualTo("`ops@[fe80::1]:2222`");
    assertThat(route("ssh://ops@10.0.0.7/").socket()).isEqualTo("/var/run/docker.sock");
    assertThat(route("ssh://ops@under_score").last().port()).isEqualTo(22);
  }

  @Test
  void theBlockBeatsTheEndpointAndThatTheSettings() throws Exception {
    config("Host *", " User settings", " Port 1000", " HostName real.%h");
    assertThat(named("ssh://edge")).isEqualTo("`settings@real.edge:1000`");
    assertThat(named("ssh://url@edge:2000")).isEqualTo("`url@real.edge:2000`");
    assertThat(named("ssh://url@edge:2000", "user", "block", "port", 3000))
        .isEqualTo("`block@real.edge:3000`");
    assertThat(named("ssh://edge", "user", "block")).isEqualTo("`block@real.edge:1000`");
  }

  @Test
  void theFirstSettingThatAppliesWins() throws Exception {
    config(
        "User=everybody",
        "Host \"edge\" !other",
        "  Port = 1",
        "Host *",
        "  Port 2",
        "Match exec \"true\"",
        "  HostName never",
        "Match all",
        "  HostName always");
    assertThat(named("ssh://edge")).isEqualTo("`everybody@always:1`");
    assertThat(named("ssh://other")).isEqualTo("`everybody@always:2`");
  }

  @Test
  void includedFilesCountWhereTheyAreNamed() throws Exception {
    Path folder = Files.createDirectories(home.resolve(".ssh/more.d"));
    Files.writeString(folder.resolve("a.conf"), "Host edge\n Port 7\nHost *\n User all\n");
    config("Host edge", " Include more.d/*.conf", "Host *", " User later");
    assertThat(named("ssh://edge")).isEqualTo("`all@edge:7`");
    assertThat(named("ssh://other")).isEqualTo("`later@other:22`");
    config("Include config");
    assertThat(named("ssh://me@edge")).isEqualTo("`me@edge:22`");
  }

  @Test
  void jumpHostsHaveSettingsOfTheirOwn() throws Exception {
    config(
        "Host edge",
        " ProxyJump ops@gate:2022,inner",
        "Host gate",
        " HostName gate.example",
        "Host inner",
        " User in",
        " ProxyJump none",
        "Host outer",
        " ProxyJump gate",
        " User out");
    assertThat(route("ssh://me@edge").hops())
        .extracting(Hop::named)
        .containsExactly("`ops@gate.example:2022`", "`in@inner:22`", "`me@edge:22`");
    assertThat(route("ssh://me@edge", "jump", "a@b,outer").hops())
        .extracting(Hop::named)
        .containsExactly("`a@b:22`", "`out@outer:22`", "`me@edge:22`");
    assertThat(route("ssh://me@edge", "jump", "outer").hops()).hasSize(3);
  }

  @Test
  void circlesEnd() throws Exception {
    config("Host a", " ProxyJump b", "Host b", " ProxyJump a", "Host c", " ProxyJump c");
    for (String host : new String[] {"a", "b", "c"}) {
      assertThatThrownBy(() -> route("ssh://" + host)).isInstanceOf(HostProblem.class);
    }
  }

  @Test
  void whatIsNoMachineIsRefused() {
    for (String url :
        new String[] {
          "ssh://",
          "ssh://user:password@host",
          "ssh://a b",
          "ssh://a@b@c",
          "ssh://host:0",
          "ssh://host:99999",
          "ssh://host:x"
        }) {
      assertThatThrownBy(() -> route(url)).as(url).isInstanceOf(HostProblem.class);
    }
  }

  @Test
  void namedKeysAreTheOnlyOnes() throws Exception {
    config("Host edge", " IdentityFile ~/keys/%h", " IdentityFile /two");
    assertThat(route("ssh://edge").last().keys())
        .isEqualTo(
            new SshKeys(
                java.util.Optional.empty(),
                java.util.List.of(home.resolve("keys/edge"), Path.of("/two")),
                java.util.Optional.empty(),
                false));
    SshKeys named = route("ssh://edge", "key", "mine").last().keys();
    assertThat(named.only()).isTrue();
    assertThat(named.files()).containsExactly(home.resolve("mine"));
    assertThat(route("ssh://x").last().keys().files()).hasSize(3);
    assertThat(route("ssh://x", "key_text", "hush").last().toString()).doesNotContain("hush");
  }

  private String named(String url, Object... block) throws HostProblem {
    return route(url, block).last().named();
  }

  private Route route(String url, Object... block) throws HostProblem {
    TreeMap<String, Value> ssh = new TreeMap<>();
    for (int i = 0; i < block.length; i += 2) {
      ssh.put((String) block[i], V.of(block[i + 1]));
    }
    return Routes.to(
        new SshPeer(home, ssh, Map.of("USER", "me")).spec(Map.of()), url, Duration.ofSeconds(1));
  }

  private void config(String... lines) throws Exception {
    Files.writeString(
        Files.createDirectories(home.resolve(".ssh")).resolve("config"),
        String.join("\n", lines) + "\n");
  }
}
