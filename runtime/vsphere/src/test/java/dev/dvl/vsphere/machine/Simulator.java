package dev.dvl.vsphere.machine;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.dvl.engine.json.JsonTree;
import dev.dvl.vsphere.server.ServerConnector;
import dev.dvl.vsphere.session.Credentials;
import dev.dvl.vsphere.session.Endpoint;
import dev.dvl.vsphere.session.Limits;
import dev.dvl.vsphere.session.Trust;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A simulated vCenter of a test's own, ordered at the control port and gone with the test. */
public final class Simulator implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String control;
  private final String id;
  private final String server;
  private final String user;
  private final String password;

  private Simulator(String control, Map<?, ?> told) {
    this.control = control;
    this.id = String.valueOf(told.get("id"));
    this.server = URI.create(String.valueOf(told.get("sdk"))).getAuthority();
    this.user = String.valueOf(told.get("user"));
    this.password = String.valueOf(told.get("password"));
  }

  /**
   * Orders one.
   *
   * @param model what it holds, as {@code testing/README.md} says
   */
  public static Simulator of(String model) throws IOException, InterruptedException {
    String control = variable("DVL_TEST_VCENTER_CONTROL");
    return new Simulator(control, (Map<?, ?>) call("POST", control + "/vcenters", model));
  }

  /** The host block {@code lab} of a program. */
  public String host(String more) {
    return """
    host lab: vsphere {
      server   = "%s"
      user     = "%s"
      password = "%s"
      insecure = true
      %s
    }
    """
        .formatted(server, user, password, more);
  }

  public VSphereSession session() throws VSphereException {
    return session(Limits.USUAL);
  }

  public VSphereSession session(Limits limits) throws VSphereException {
    return new ServerConnector()
        .open(
            Endpoint.of(server), Trust.Insecure.INSECURE, new Credentials(user, password), limits);
  }

  /** Asks the control port about this simulator. */
  public Object control(String method, String path, String body)
      throws IOException, InterruptedException {
    return call(method, control + "/vcenters/" + id + path, body);
  }

  @Override
  public void close() throws IOException {
    try {
      call("DELETE", control + "/vcenters/" + id, "");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Object call(String method, String url, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(
          method
              + " "
              + url
              + ": "
              + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
    }
    return Objects.requireNonNull(JsonTree.read(new ByteArrayInputStream(answer.body())));
  }

  /** A missing peer skips a test, and fails it on a build server. */
  static String variable(String name) {
    Optional<String> value = Optional.ofNullable(System.getenv(name)).filter(it -> !it.isEmpty());
    if (value.isPresent()) {
      return value.get();
    }
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(name + " is not set; start the peers with testing/peers");
    }
    return abort("SKIPPED: " + name + " is not set; see testing/README.md");
  }
}
