package dev.dvl.vsphere.lab;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.dvl.engine.json.JsonTree;
import dev.dvl.vsphere.server.ServerConnector;
import dev.dvl.vsphere.session.Credentials;
import dev.dvl.vsphere.session.Endpoint;
import dev.dvl.vsphere.session.Limits;
import dev.dvl.vsphere.session.Trust;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;

/** A fresh vCenter simulator, ordered at the control port and given back when closed. */
public record VCenter(String id, String server, String user, String password, String thumbprint)
    implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /**
   * Orders one.
   *
   * @param model what it holds, as {@code testing/README.md} says: <code>{"clusters": 2}</code>
   */
  public static VCenter with(String model) throws IOException, InterruptedException {
    Map<?, ?> made = control("POST", "/vcenters", model);
    return new VCenter(
        text(made, "id"),
        URI.create(text(made, "sdk")).getAuthority(),
        text(made, "user"),
        text(made, "password"),
        text(made, "thumbprint"));
  }

  /** The lines of a host block that lead here. */
  public String settings() {
    return """
      server = "%s"
      user = "%s"
      password = vc_password
      thumbprint = "%s"
    """
        .formatted(server, user, thumbprint);
  }

  public VSphereSession session() throws VSphereException {
    return new ServerConnector()
        .open(
            Endpoint.of(server),
            new Trust.ByThumbprint(thumbprint),
            new Credentials(user, password),
            Limits.USUAL);
  }

  /** Sets a property that no call of the API sets. */
  public void behind(String change) throws IOException, InterruptedException {
    control("POST", "/vcenters/" + id + "/behind", change);
  }

  /** Keeps a property of all objects of a type from everybody, as where a privilege is missing. */
  public void hide(String type, String property) throws IOException, InterruptedException {
    control(
        "POST",
        "/vcenters/" + id + "/hidden",
        """
        {"type": "%s", "properties": ["%s"], "fault": "NoPermission"}\
        """
            .formatted(type, property.replace("\"", "\\\"")));
  }

  /** Hides nothing any more. */
  public void showAll() throws IOException, InterruptedException {
    control("DELETE", "/vcenters/" + id + "/hidden", "");
  }

  /** Adds a rule for calls that fail or take their time, as {@code testing/README.md} says. */
  public void fault(String rule) throws IOException, InterruptedException {
    control("POST", "/vcenters/" + id + "/faults", rule);
  }

  /** Makes no trouble any more. */
  public void peace() throws IOException, InterruptedException {
    control("DELETE", "/vcenters/" + id + "/faults", "");
  }

  /** How many calls there were since {@link #resetCalls}, by method. */
  public Map<?, ?> calls() throws IOException, InterruptedException {
    return control("GET", "/vcenters/" + id + "/calls", "");
  }

  public void resetCalls() throws IOException, InterruptedException {
    control("POST", "/vcenters/" + id + "/calls/reset", "");
  }

  @Override
  public void close() throws IOException {
    try {
      control("DELETE", "/vcenters/" + id, "");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<?, ?> control(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(variable("DVL_TEST_VCENTER_CONTROL") + path))
            .method(method, BodyPublishers.ofString(body))
            .build();
    var answer = HTTP.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(method + " " + path + ": " + answer.body());
    }
    return JsonTree.read(answer.body()) instanceof Map<?, ?> fields ? fields : Map.of();
  }

  private static String text(Map<?, ?> fields, String name) {
    return String.valueOf(fields.get(name));
  }

  private static String variable(String name) {
    Optional<String> value = Optional.ofNullable(System.getenv(name)).filter(it -> !it.isEmpty());
    if (value.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(name + " is not set; start the peers with testing/peers");
    }
    return value.orElseGet(() -> abort("SKIPPED: " + name + " is not set; see testing/README.md"));
  }
}
