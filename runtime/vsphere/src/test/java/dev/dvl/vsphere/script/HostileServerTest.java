package dev.dvl.vsphere.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.vsphere.server.ServerConnector;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Limits;
import dev.dvl.vsphere.session.Trust;
import dev.dvl.vsphere.session.VSphereException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that are not what they should be. */
class HostileServerTest {

  static List<String> answers() {
    String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><x>&b;</x>";
    String file = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><x>&a;</x>";
    return List.of(
        bomb,
        file,
        "<a>".repeat(100_000),
        "<a>".repeat(300) + "</a>".repeat(300),
        "not xml at all",
        "",
        "<Envelope><Body></Body></Envelope>",
        "<Envelope><Body><OtherResponse/></Body></Envelope>",
        "<Envelope><Body><RetrieveServiceContentResponse/></Body></Envelope>",
        "<Envelope><Body><RetrieveServiceContentResponse><returnval><rootFolder>x</rootFolder>"
            + "</returnval></RetrieveServiceContentResponse></Body></Envelope>");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void anAnswerThatIsNoneIsRefused(String answer) throws Exception {
    try (ScriptedServer server = new ScriptedServer()) {
      server.at(1, new Trouble.Instead(200, answer.getBytes(StandardCharsets.UTF_8), ""));
      refused(Kind.PROTOCOL, "does not speak as a vSphere server", () -> Sessions.with(server));
    }
  }

  @Test
  void aHugeAnswerIsCutOff() throws Exception {
    byte[] huge = new byte[140 * 1024 * 1024];
    Arrays.fill(huge, (byte) 'x');
    try (ScriptedServer server = new ScriptedServer()) {
      server.at(1, new Trouble.Instead(200, huge, ""));
      refused(
          Kind.LOST,
          "",
          () ->
              Sessions.with(
                  server, new Limits(1, 1, 1, Duration.ofSeconds(30), Duration.ofSeconds(1))));
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    try (ScriptedServer elsewhere = new ScriptedServer();
        ScriptedServer server = new ScriptedServer()) {
      String target = elsewhere.endpoint().at("/sdk").toString();
      server.at("Login", 1, new Trouble.Instead(307, new byte[0], target));
      refused(Kind.UNREACHABLE, "redirects to " + target, () -> Sessions.with(server));
      assertThat(elsewhere.calls()).isEmpty();
    }
  }

  @Test
  void aCertificateThatNobodySignedIsShownAndRefused() throws Exception {
    try (ScriptedServer server = new ScriptedServer()) {
      refused(Kind.UNTRUSTED, "thumbprint is ", () -> open(server, Trust.BySystem.BY_SYSTEM));
      assertThat(server.calls()).isEmpty();
    }
  }

  @Test
  void anotherThumbprintIsRefused() throws Exception {
    try (ScriptedServer server = new ScriptedServer()) {
      Trust other = new Trust.ByThumbprint("00".repeat(32));
      refused(Kind.UNTRUSTED, "its thumbprint is another one", () -> open(server, other));
      assertThat(server.calls()).isEmpty();
    }
  }

  @Test
  void anAuthorityFromAFileIsTrustedForItsName(@TempDir Path temp) throws Exception {
    Path pem = ScriptedServer.CERTIFICATES.pem(temp.resolve("ca.pem"));
    try (ScriptedServer server = new ScriptedServer()) {
      open(server, new Trust.ByAuthority(pem));
      assertThat(server.logins()).isEqualTo(1);
    }
  }

  @Test
  void aCertificateForAnotherNameIsRefused(@TempDir Path temp) throws Exception {
    Certificates elsewhere = Certificates.of("DNS:elsewhere.example");
    Path pem = elsewhere.pem(temp.resolve("ca.pem"));
    try (ScriptedServer server = new ScriptedServer(elsewhere)) {
      refused(Kind.UNTRUSTED, "", () -> open(server, new Trust.ByAuthority(pem)));
      open(server, new Trust.ByThumbprint(elsewhere.sha256()));
    }
  }

  @Test
  void aFileWithoutCertificatesIsRefused(@TempDir Path temp) throws Exception {
    Path empty = Files.writeString(temp.resolve("ca.pem"), "");
    try (ScriptedServer server = new ScriptedServer()) {
      refused(Kind.UNTRUSTED, "no certificate", () -> open(server, new Trust.ByAuthority(empty)));
    }
  }

  @Test
  void trustHoldsForOneSessionOnly() throws Exception {
    try (ScriptedServer server = new ScriptedServer()) {
      open(server, Trust.Insecure.INSECURE);
      refused(Kind.UNTRUSTED, "", () -> open(server, Trust.BySystem.BY_SYSTEM));
    }
  }

  @Test
  void nobodyAnswers() throws Exception {
    ScriptedServer server = new ScriptedServer();
    server.close();
    refused(Kind.UNREACHABLE, "does not answer", () -> Sessions.with(server));
  }

  private static void open(ScriptedServer server, Trust trust) throws Exception {
    new ServerConnector().open(server.endpoint(), trust, Sessions.USER, Sessions.LIMITS).close();
  }

  private static void refused(Kind kind, String message, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            VSphereException.class,
            e -> {
              assertThat(e.fault().kind()).isEqualTo(kind);
              assertThat(e).hasMessageContaining(message).hasMessageNotContaining("secret");
            });
  }
}
