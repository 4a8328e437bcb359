package dev.dvl.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.command.Exit;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quick start on a real engine, from nothing to a page and back to nothing. */
@Tag("docker")
@Tag("engines")
class QuickstartTest {
  private static final Path EXAMPLE = Path.of("../../examples/quickstart");
  private static final Pattern STACK = Pattern.compile("[0-9a-f]{16}");

  @TempDir private Path folder = Path.of("");
  private Engine engine = new Engine("");
  private Calls calls = new Calls(folder, Map.of());
  private String port = "";

  @BeforeEach
  void copy() throws IOException {
    engine = Engine.ofTests();
    SpecialFiles.copy(EXAMPLE, folder);
    calls =
        new Calls(
            folder,
            Map.of(
                "DOCKER_HOST",
                engine.endpoint(),
                "XDG_STATE_HOME",
                folder.resolve("s").toString()));
    port = "port=" + freePort();
  }

  @Test
  void fromNothingToAPageAndBack() throws IOException, InterruptedException {
    try {
      pass(Exit.DONE, "apply", "--yes");
      assertThat(page()).contains("<h1>hello from dvl</h1>", "this is the backend");
      assertThat(count()).isEqualTo(Map.of("container", 2, "image", 1, "network", 1, "volume", 1));
      pass(Exit.DONE, "plan", "--detailed-exitcode");
      SpecialFiles.remove(folder.resolve(".dvl"));
      pass(Exit.DONE, "plan", "--detailed-exitcode");
      replace();
    } finally {
      pass(Exit.DONE, "destroy", "--yes", "--allow", "data_loss");
    }
    assertThat(count()).isEqualTo(Map.of("container", 0, "image", 0, "network", 0, "volume", 0));
    pass(Exit.CHANGES, "plan", "--detailed-exitcode");
  }

  private void replace() throws IOException, InterruptedException {
    String other = "greeting=good morning";
    pass(Exit.CHANGES, "plan", "--detailed-exitcode", "--param", other);
    List<String> before = engine.madeBy(stack()).getOrDefault("container", List.of());
    assertThat(pass(Exit.DONE, "apply", "--yes", "--param", other))
        .contains("page: replace done", "1 replaced");
    assertThat(page()).contains("<h1>good morning</h1>");
    assertThat(engine.madeBy(stack()).get("container"))
        .hasSize(2)
        .filteredOn(before::contains)
        .hasSize(1);
    pass(Exit.DONE, "plan", "--detailed-exitcode", "--param", other);
  }

  private String pass(Exit expected, String... words) {
    String[] all =
        Stream.concat(Stream.of(words), Stream.of("--param", port)).toArray(String[]::new);
    Calls.Ended ended = calls.dvl(all);
    assertThat(ended.exit()).as(() -> String.join(" ", all) + ": " + ended).isEqualTo(expected);
    return ended.out() + ended.err();
  }

  private Map<String, Integer> count() throws IOException, InterruptedException {
    Map<String, Integer> count = new TreeMap<>();
    engine.madeBy(stack()).forEach((kind, ids) -> count.put(kind, ids.size()));
    return count;
  }

  private String stack() throws IOException {
    Matcher id = STACK.matcher(Files.readString(folder.resolve("dvl.stack")));
    assertThat(id.find()).isTrue();
    return id.group() + "/default";
  }

  private String page() throws IOException, InterruptedException {
    URI url = URI.create("http://127.0.0.1:" + port.replaceFirst(".*=", "") + "/");
    HttpRequest request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(5)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
