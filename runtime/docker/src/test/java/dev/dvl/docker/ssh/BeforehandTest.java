package dev.dvl.docker.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.Codes;
import dev.dvl.docker.V;
import dev.dvl.docker.connect.Beforehand;
import dev.dvl.engine.key.KeyPair;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.engine.provider.Prompt;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of a way before anybody goes it, whether the engine's machine is there or not. */
@Tag("docker")
class BeforehandTest {
  private static final Value LATER =
      new Value.Deferred(new Term.Read(Address.of("app"), Path.of("ip")));

  @TempDir java.nio.file.Path home;

  private final List<String> asked = new ArrayList<>();
  private Prompt prompt = Prompt.NOBODY;

  @BeforeEach
  void keys() throws Exception {
    file("good", KeyPair.fresh().hidden(), "rw-------");
    file("open", KeyPair.fresh().hidden(), "rw-r-----");
    file("text", "no key", "rw-------");
    file("locked", Files.readString(SshPeer.key("locked")), "rw-------");
    file(".ssh/config", "Host circle\n ProxyJump circle\n", "rw-------");
  }

  private void file(String name, String text, String permissions) throws Exception {
    java.nio.file.Path file = home.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments(Codes.KEY_UNUSABLE.id(), "There is no SSH key", Map.of("key", "gone")),
        arguments(Codes.KEY_UNUSABLE.id(), "folder", Map.of("key", ".")),
        arguments(Codes.KEY_UNUSABLE.id(), "no private key", Map.of("key", "text")),
        arguments(Codes.KEY_UNUSABLE.id(), "no private key", Map.of("key_text", "secret")),
        arguments(Codes.KEY_OPEN.id(), "chmod 600", Map.of("key", "open")),
        arguments(Codes.KEY_OPEN.id(), "chmod 600", Map.of("key", "open", "jump", "ops@gate")),
        arguments(Codes.KEY_ENCRYPTED.id(), "ssh-add", Map.of("key", "locked")),
        arguments(
            Codes.KEY_ENCRYPTED.id(),
            "another passphrase",
            Map.of("key", "locked", "passphrase", "simsalabim")),
        arguments(
            Codes.SETTINGS.id(), "[user@]host[:port]", Map.of("key", "good", "jump", "a:b:c")),
        arguments(Codes.SETTINGS.id(), "circle", Map.of("key", "good", "jump", "circle")),
        arguments(
            Codes.SETTINGS.id(),
            "no public key",
            Map.of("key", "good", "host_key", "ssh-rsa AAAA")),
        arguments(
            Codes.SETTINGS.id(), "no such file", Map.of("key", "good", "known_hosts", "gone")),
        arguments(Codes.SETTINGS.id(), "no such file", Map.of("key", "good", "known_hosts", ".")));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isToldWhetherTheMachineIsThereOrNot(String code, String text, Map<String, String> block) {
    for (HostSpec spec : everyWay(block)) {
      List<HostProblem> problems = Beforehand.problems(spec);
      assertThat(problems).as("%s", spec.values()).hasSize(1);
      assertThat(problems.getFirst().code().id()).isEqualTo(code);
      assertThat(problems.getFirst()).hasMessageContaining(text).hasMessageEndingWith(".");
      assertThat(problems.getFirst().mayPass()).isFalse();
    }
  }

  @Test
  void whatMayGoWellIsNotTold() {
    for (Map<String, String> block :
        List.of(
            Map.of("key", "good"),
            Map.of("key", "locked", "passphrase", "open sesame"),
            Map.of("key", "good", "jump", "ops@10.0.0.1,ops@10.0.0.2"),
            Map.of("user", "ops"))) {
      for (HostSpec spec : everyWay(block)) {
        assertThat(Beforehand.problems(spec)).as("%s", spec.values()).isEmpty();
      }
    }
  }

  @Test
  void whoSitsThereIsAskedForThePassphrase() {
    knowing("open sesame");
    for (HostSpec spec : everyWay(Map.of("key", "locked"))) {
      assertThat(Beforehand.problems(spec)).as("%s", spec.values()).isEmpty();
    }
    assertThat(asked).hasSize(5).containsOnly("the SSH key `" + home.resolve("locked") + "`");
    knowing("simsalabim");
    for (HostSpec spec : everyWay(Map.of("key", "locked"))) {
      assertThat(Beforehand.problems(spec))
          .extracting(it -> it.code().id())
          .containsExactly(Codes.KEY_ENCRYPTED.id());
    }
  }

  @Test
  void aKeyThatNobodyNamedIsAskedForOnlyWhereThereIsNoOther() throws Exception {
    knowing("open sesame");
    file(".ssh/id_rsa", Files.readString(home.resolve("locked")), "rw-------");
    for (HostSpec spec : everyWay(Map.of())) {
      assertThat(Beforehand.problems(spec)).as("%s", spec.values()).isEmpty();
    }
    assertThat(asked).hasSize(5).allMatch(it -> it.endsWith("/.ssh/id_rsa`"));
    file(".ssh/id_ed25519", KeyPair.fresh().hidden(), "rw-------");
    for (HostSpec spec : everyWay(Map.of())) {
      assertThat(Beforehand.problems(spec)).as("%s", spec.values()).isEmpty();
    }
    assertThat(asked).hasSize(5);
  }

  private void knowing(String passphrase) {
    prompt =
        (what, right) -> {
          asked.add(what);
          return Optional.of(passphrase).filter(right);
        };
  }

  /** Settings of single machines say nothing of one that has no name yet. */
  @Test
  void settingsOfOtherMachinesAreNotTakenForThatOfANewOne() throws Exception {
    file(".ssh/config", "Host 10.*\n ProxyCommand none\nHost *\n ProxyCommand x\n", "rw-------");
    for (HostSpec spec : everyWay(Map.of("key", "good"))) {
      assertThat(Beforehand.problems(spec)).as("%s", spec.values()).isEmpty();
    }
  }

  @Test
  void certificatesAreLookedAtAsWell() {
    Value tls = V.object("ca", "gone.pem");
    for (Value endpoint : List.of(LATER, Value.text("tcp://10.0.0.7:2376"))) {
      HostSpec spec = spec(Map.of("endpoint", endpoint, "tls", tls), Optional.empty());
      assertThat(Beforehand.problems(spec))
          .extracting(it -> it.code().id())
          .containsExactly(Codes.CERTIFICATES.id());
    }
  }

  /** A host of its own, one whose machine is not there, one that is off, and one in an endpoint. */
  private List<HostSpec> everyWay(Map<String, String> block) {
    Value ssh = with(block, "user", Value.text("ops"));
    return List.of(
        spec(Map.of("ssh", with(block, "host", Value.text("10.0.0.7"))), Optional.empty()),
        spec(Map.of("ssh", with(block, "host", LATER)), Optional.empty()),
        spec(Map.of("ssh", with(block, "host", Value.Null.NULL)), Optional.of("vm-1")),
        spec(Map.of("ssh", ssh, "endpoint", LATER), Optional.empty()),
        spec(Map.of("ssh", ssh, "endpoint", Value.text("ssh://10.0.0.7")), Optional.empty()));
  }

  private static Value with(Map<String, String> block, String name, Value value) {
    TreeMap<String, Value> more = new TreeMap<>();
    block.forEach((attribute, text) -> more.put(attribute, Value.text(text)));
    more.put(name, value);
    return Value.ObjectOf.of(more);
  }

  private HostSpec spec(Map<String, Value> values, Optional<String> machine) {
    return new HostSpec(
        Address.of("app"), "docker", new TreeMap<>(values), machine, Map.of(), home, home, prompt);
  }
}
