package dev.dvl.vsphere;

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

/**
 * The peers that the environment names. A missing one skips a test, and fails it on a build server.
 */
public final class Peers {
  private Peers() {}

  /** A vCenter simulator that tests share: they name objects at random. */
  private record Vcenter(String control, Endpoint endpoint, Credentials user, Trust trust) {}

  /** Ordered once for a process, because its tests want two datastores. */
  private static final class Ordered {
    static final Vcenter VCENTER = order(variable("DVL_TEST_VCENTER_CONTROL"));
  }

  /** A session on the vCenter simulator. */
  public static VSphereSession vcenter() throws VSphereException {
    return vcenter(Limits.USUAL);
  }

  /** The same with limits of the test's own. */
  public static VSphereSession vcenter(Limits limits) throws VSphereException {
    return open(trust(), user(), limits);
  }

  /** The same with everything of the test's own. */
  public static VSphereSession open(Trust trust, Credentials user, Limits limits)
      throws VSphereException {
    return new ServerConnector().open(simulator().endpoint(), trust, user, limits);
  }

  public static Credentials user() {
    return simulator().user();
  }

  public static Trust trust() {
    return simulator().trust();
  }

  private static Vcenter simulator() {
    variable("DVL_TEST_VCENTER_CONTROL");
    return Ordered.VCENTER;
  }

  private static Vcenter order(String control) {
    try {
      String answer = post(control + "/vcenters", "{\"datastores\": 2}");
      if (!(JsonTree.read(answer) instanceof Map<?, ?> fields)) {
        throw new IllegalStateException(answer);
      }
      String ours = control + "/vcenters/" + text(fields, "id");
      removeAtEnd(ours);
      return new Vcenter(
          ours,
          Endpoint.of(text(fields, "sdk")),
          new Credentials(text(fields, "user"), text(fields, "password")),
          new Trust.ByThumbprint(text(fields, "thumbprint")));
    } catch (IOException e) {
      throw new IllegalStateException("the control port of the simulator does not answer", e);
    }
  }

  /** Makes trouble on the simulator, by a rule as {@code testing/README.md} has them. */
  public static void rule(String json) throws IOException {
    post(simulator().control() + "/faults", json);
  }

  private static String post(String url, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString(body)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static String text(Map<?, ?> fields, String name) {
    return String.valueOf(fields.get(name));
  }

  private static void removeAtEnd(String url) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  HttpRequest delete = HttpRequest.newBuilder(URI.create(url)).DELETE().build();
                  try (HttpClient client = HttpClient.newHttpClient()) {
                    client.send(delete, BodyHandlers.discarding());
                  } catch (IOException | InterruptedException e) {
                    // The simulator ends with the build, and all of its vCenters with it.
                  }
                }));
  }

  public static String variable(String name) {
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
