package dev.dvl.docker.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.dvl.docker.Codes;
import dev.dvl.engine.provider.HostProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credential helpers that work, and those that do anything else. */
class CredentialCommandTest {
  /** Far longer than a helper takes that ends, however busy the machine is. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void aHelperMayTalkBesideItsAnswer() throws Exception {
    String script = "echo warning: old store >&2; echo '{\"Username\": \"me\", \"Secret\": \"s\"}'";
    assertThat(get(script)).contains(new Login("lab", "me", "s", Optional.empty()));
  }

  @Test
  void aHelperMayKnowNothing() throws Exception {
    assertThat(get("echo credentials not found in native keychain; exit 1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sleep 100",
        "sleep 100 & sleep 100 & wait",
        "exec >&-; sleep 100",
      })
  void whatDoesNotEndIsGivenUp(String script) {
    assertIsToldOf(script, Duration.ofSeconds(1), "it does not end");
  }

  /** Java closes the output of a process that has ended, unless somebody is reading it by then. */
  @Test
  void whatAHelperLeavesBehindHoldsNobodyUp() {
    assertIsToldOf(
        "(sleep 100) & exit 0",
        Duration.ofSeconds(1),
        "it does not end",
        "what it says is no login");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "head -c 100000000 /dev/zero                  | it says more than a login",
        "yes                                          | it says more than a login",
        "echo good morning                            | what it says is no JSON",
        "head -c 5000 /dev/urandom                    | what it says is no JSON",
        "echo '[1, 2]'                                | what it says is no login",
        "echo '{}'                                    | what it says is no login",
        "exit 3                                       | it fails without a word",
        "head -c 100000 /dev/zero ; exit 1            | it says: ",
      })
  void anythingElseIsToldOf(String script, String why) {
    assertIsToldOf(script, PATIENCE, why);
  }

  private void assertIsToldOf(String script, Duration patience, String... why) {
    HostProblem problem =
        assertTimeoutPreemptively(
            PATIENCE.plusMinutes(10),
            () -> assertThrows(HostProblem.class, () -> get(script, patience)));
    assertThat(problem.code()).isEqualTo(Codes.CREDENTIALS);
    assertThat(problem.getMessage()).containsAnyOf(why);
    assertThat(problem.getMessage()).hasSizeLessThan(1_500);
  }

  private Optional<Login> get(String script) throws Exception {
    return get(script, PATIENCE);
  }

  private Optional<Login> get(String script, Duration patience) throws Exception {
    Path helper = folder.resolve("docker-credential-test");
    Files.writeString(helper, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwxr-xr-x"));
    Map<String, String> environment = Map.of("PATH", folder + ":/usr/bin:/bin");
    return new CredentialCommand("test", environment, patience).get("lab");
  }
}
