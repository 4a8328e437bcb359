package dev.dvl.cli.worlds;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.dvl.engine.json.Fields;
import dev.dvl.engine.json.JsonTree;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** A fresh vCenter simulator, in which the same things have the same ids as in any other. */
public record VCenter(
    String control, String server, String user, String password, String thumbprint)
    implements Platform {
  private static final String MODEL = "{\"clusters\": 1, \"hosts\": 3, \"vms\": 1}";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  static VCenter ofTests() throws IOException {
    return with(MODEL);
  }

  /**
   * Ordered at {@code DVL_TEST_VCENTER_CONTROL}; without one a test is skipped, or fails in CI.
   *
   * @param model what it holds, as {@code testing/README.md} says
   */
  public static VCenter with(String model) throws IOException {
    Optional<String> value =
        Optional.ofNullable(System.getenv("DVL_TEST_VCENTER_CONTROL")).filter(it -> !it.isEmpty());
    if (value.isPresent()) {
      return ordered(value.get(), model);
    }
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(
          "DVL_TEST_VCENTER_CONTROL is not set; start the peers with testing/peers");
    }
    return abort("SKIPPED: DVL_TEST_VCENTER_CONTROL is not set; see testing/README.md");
  }

  private static VCenter ordered(String control, String model) throws IOException {
    Fields told = Fields.of(JsonTree.read(ask("POST", control + "/vcenters", model)));
    return new VCenter(
        control + "/vcenters/" + told.text("id"),
        URI.create(told.text("sdk")).getAuthority(),
        told.text("user"),
        told.text("password"),
        told.text("thumbprint"));
  }

  @Override
  public Map<String, String> environment() {
    return environment(server);
  }

  Map<String, String> environment(String through) {
    return Map.of("VSPHERE_SERVER", through, "VSPHERE_USER", user, "VSPHERE_PASSWORD", password);
  }

  @Override
  public List<String> options() {
    return List.of();
  }

  Vim session() throws IOException {
    return Vim.at(server, user, password);
  }

  /** The ids of the machines and templates in the datacenter {@code DC0}. */
  public SortedSet<String> machines() throws IOException {
    try (Vim session = session()) {
      return session.machines("/DC0/vm");
    }
  }

  @Override
  public boolean guardsIds() {
    return true;
  }

  @Override
  public Renamed make(World world) throws IOException {
    Renamed renamed = new Renamed();
    try (Vim session = session()) {
      for (RecordedCall call : RecordedCall.read(world.calls())) {
        renamed.learn(call.ids(), session.send(call, renamed));
      }
    }
    return renamed;
  }

  /** How many calls it gets while something is done. */
  public int callsWhile(Runnable done) throws IOException {
    control("POST", "/calls/reset", "{}");
    done.run();
    return (int) Fields.of(JsonTree.read(control("GET", "/calls", ""))).number("count");
  }

  /** Asks the control port about this simulator. */
  String control(String method, String path, String body) throws IOException {
    return ask(method, control + path, body);
  }

  private static String ask(String method, String url, String body) throws IOException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url))
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build();
      HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(method + " " + url + ": " + answer.body());
      }
      return answer.body();
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }

  @Override
  public void close() throws IOException {
    control("DELETE", "", "");
  }
}
