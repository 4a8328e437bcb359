package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.engine.provider.Reader;
import dev.dvl.engine.provider.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way to an engine, and every way not to get there. */
@Tag("docker")
class ConnectTest {
  /** More seconds than it waits where nobody says how long. */
  private static final int LONGER_THAN_USUAL = 11;

  @TempDir Path home;

  @Test
  void takesTheHostBlockFirst() throws Exception {
    assertConnects(
        Map.of("endpoint", Value.text(Peers.docker())),
        Map.of("DOCKER_HOST", "unix:///nowhere.sock"));
  }

  @Test
  void takesTheVariableBeforeTheContext() throws Exception {
    assertConnects(Map.of(), Map.of("DOCKER_HOST", Peers.docker(), "DOCKER_CONTEXT", "not-there"));
  }

  @Test
  void takesContexts() throws Exception {
    context("lab", Peers.docker(), null);
    assertConnects(Map.of(), Map.of("DOCKER_CONTEXT", "lab"));
    assertConnects(Map.of("context", Value.text("lab")), Map.of());
    Files.writeString(home.resolve(".docker/config.json"), "{\"currentContext\": \"lab\"}");
    assertConnects(Map.of(), Map.of());
  }

  @Test
  void speaksTls() throws Exception {
    String url = Peers.variable("DVL_TEST_DOCKER_TLS");
    String certificates = Peers.variable("DVL_TEST_DOCKER_CERTS");
    assertConnects(
        Map.of(),
        Map.of("DOCKER_HOST", url, "DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", certificates));
    assertConnects(
        Map.of("endpoint", Value.text(url), "cert_path", Value.text(certificates)), Map.of());
    assertConnects(
        Map.of(
            "endpoint",
            Value.text(url),
            "tls",
            V.object(
                "ca", certificates + "/ca.pem",
                "cert", certificates + "/cert.pem",
                "key", certificates + "/key.pem",
                "verify", true)),
        Map.of());
    context("tls", url, Path.of(certificates));
    assertConnects(Map.of("context", Value.text("tls")), Map.of());
  }

  @Test
  void namesTheEndpointAndItsSource() {
    assertProblem(
        Codes.UNREACHABLE,
        "`unix:///nowhere.sock` (from the variable DOCKER_HOST)",
        Map.of(),
        Map.of("DOCKER_HOST", "unix:///nowhere.sock"));
    assertProblem(
        Codes.UNREACHABLE,
        "`tcp://127.0.0.1:1` (from the host block)",
        Map.of("endpoint", Value.text("tcp://127.0.0.1:1")),
        Map.of());
  }

  @Test
  void waitsForTheFirstAnswerAsLongAsItIsTold() throws Exception {
    try (java.net.ServerSocket silent = new java.net.ServerSocket(0)) {
      long start = System.nanoTime();
      assertProblem(
          Codes.UNREACHABLE,
          "did not answer in time",
          Map.of(
              "endpoint",
              Value.text("tcp://127.0.0.1:" + silent.getLocalPort()),
              "connect_timeout",
              V.seconds(LONGER_THAN_USUAL)),
          Map.of());
      long waited = (System.nanoTime() - start) / 1_000_000_000;
      assertThat(waited).isGreaterThanOrEqualTo(LONGER_THAN_USUAL);
    }
  }

  @Test
  void isRefusedWithoutTheRightCertificate() {
    String url = Peers.variable("DVL_TEST_DOCKER_TLS");
    String stranger = Peers.variable("DVL_TEST_DOCKER_STRANGER_CERTS");
    assertProblem(
        Codes.REFUSED,
        "TLS",
        Map.of("endpoint", Value.text(url), "cert_path", Value.text(stranger)),
        Map.of());
    assertProblem(Codes.REFUSED, "TLS", Map.of("endpoint", Value.text(url)), Map.of());
    assertProblem(
        Codes.REFUSED,
        "TLS",
        Map.of(
            "endpoint",
            Value.text(url),
            "tls",
            V.object("cert", stranger + "/cert.pem", "key", stranger + "/key.pem")),
        Map.of());
  }

  @Test
  void explainsUnusableSettings() throws Exception {
    assertProblem(
        Codes.SETTINGS,
        "no Docker context `none`",
        Map.of("context", Value.text("none")),
        Map.of());
    assertProblem(
        Codes.SETTINGS, "is no address", Map.of("endpoint", Value.text("npipe:////x")), Map.of());
    assertProblem(
        Codes.SETTINGS,
        "is no address",
        Map.of("endpoint", Value.text("tcp://127.0.0.1:99999")),
        Map.of());
    Files.createDirectories(home.resolve(".docker"));
    Files.writeString(home.resolve(".docker/config.json"), "{");
    assertProblem(Codes.SETTINGS, "config.json", Map.of(), Map.of());
    assertProblem(
        Codes.CERTIFICATES,
        "no.pem",
        Map.of(
            "endpoint", Value.text("tcp://127.0.0.1:1"), "tls", V.object("ca", home + "/no.pem")),
        Map.of());
  }

  @Test
  void noticesThatSomethingElseAnswers() throws Exception {
    try (java.net.ServerSocket other = new java.net.ServerSocket(0)) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (java.net.Socket socket = other.accept()) {
                  socket.getInputStream().read();
                  socket
                      .getOutputStream()
                      .write(
                          "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"
                              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                } catch (java.io.IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      assertProblem(
          Codes.NOT_AN_ENGINE,
          "is no Docker engine",
          Map.of("endpoint", Value.text("tcp://127.0.0.1:" + other.getLocalPort())),
          Map.of());
    }
  }

  private void assertConnects(Map<String, Value> values, Map<String, String> environment)
      throws Exception {
    try (Reader reader = connect(values, environment)) {
      assertThat(reader.facts().version()).isNotEmpty();
      assertThat(reader.facts().value("os")).isEqualTo(Value.text("linux"));
    }
  }

  private void assertProblem(
      Code code, String text, Map<String, Value> values, Map<String, String> environment) {
    HostProblem problem =
        assertThrows(HostProblem.class, () -> connect(values, environment).close());
    assertThat(problem.code()).as(problem.getMessage()).isEqualTo(code);
    assertThat(problem).hasMessageContaining(text).hasMessageEndingWith(".");
  }

  private Reader connect(Map<String, Value> values, Map<String, String> environment)
      throws HostProblem {
    return new DockerProvider()
        .connect(
            new HostSpec(Bench.HOST, "docker", new TreeMap<>(values), environment, home, home),
            Secrets.NONE,
            Cancel.NEVER);
  }

  private void context(String name, String url, @org.jspecify.annotations.Nullable Path tls)
      throws Exception {
    String id =
        HexFormat.of()
            .formatHex(
                java.security.MessageDigest.getInstance("SHA-256")
                    .digest(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    Path meta = home.resolve(".docker/contexts/meta/" + id);
    Files.createDirectories(meta);
    Files.writeString(
        meta.resolve("meta.json"),
        "{\"Name\":\"%s\",\"Endpoints\":{\"docker\":{\"Host\":\"%s\",\"SkipTLSVerify\":false}}}"
            .formatted(name, url));
    if (tls != null) {
      Path folder = home.resolve(".docker/contexts/tls/" + id + "/docker");
      Files.createDirectories(folder);
      for (String file : new String[] {"ca.pem", "cert.pem", "key.pem"}) {
        Files.copy(tls.resolve(file), folder.resolve(file));
      }
    }
  }
}
