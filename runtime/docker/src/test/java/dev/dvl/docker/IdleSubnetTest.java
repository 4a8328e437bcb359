package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A subnet of IPv6 in a network without IPv6, by the version of the engine. */
class IdleSubnetTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"20.10.24, false", "28.5.2+dfsg4, false", "29.0.0, true", "v2.0.0-beta.24, true"})
  void isRefusedWhereItWouldNotBeKept(String version, boolean refused) throws IOException {
    assertThat(said(version, "")).isEqualTo(refused ? List.of(Codes.IDLE_SUBNET) : List.of());
  }

  @Test
  void isKeptWithIpv6() throws IOException {
    assertThat(said("29.0.0", "ipv6 = true")).isEmpty();
  }

  private List<Code> said(String version, String more) throws IOException {
    try (ScriptedEngine engine =
        new ScriptedEngine()
            .on("/_ping", ScriptedEngine.PING)
            .on("/info", ScriptedEngine.json("{\"ServerVersion\": \"" + version + "\"}"))) {
      String program =
          Programs.on(
              "host engine: docker { endpoint = \"%s\" }".formatted(engine.endpoint()),
              "network n {\n subnets = [{ subnet = \"fd00:d71:9::/64\" }]\n" + more + "\n}\n");
      return Programs.in(folder).planOutcome(program).diagnostics().stream()
          .map(Diagnostic::code)
          .toList();
    }
  }
}
