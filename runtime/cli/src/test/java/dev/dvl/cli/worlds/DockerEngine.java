package dev.dvl.cli.worlds;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.dvl.engine.json.Fields;
import dev.dvl.engine.json.JsonTree;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Docker engine for tests, which others use too. What is in a world has the names that it has,
 * so one at a time is made, whoever is at it.
 */
final class DockerEngine implements Platform {
  private static final List<String> HOST = List.of("Host: docker");

  /** The images that programs of worlds use and that every engine for tests has. */
  private static final List<String> IMAGES =
      List.of("busybox:1", "dvl-test/base:1", "dvl-test/base:2", "dvl-test/web:1");

  private static final Pattern MADE =
      Pattern.compile(".*/(containers|networks|volumes)/create(?:\\?name=([^&]+))?.*");
  private static final Pattern NAME = Pattern.compile("\"Name\":\"([^\"]+)\"");

  private final Path socket;
  private final Line.Dialer dialer;
  private final FileChannel turn;
  private Optional<World> made = Optional.empty();

  private DockerEngine(Path socket) throws IOException {
    this.socket = socket;
    this.dialer = UnixSocket.to(socket);
    String name = "dvl-worlds-" + socket.toString().replaceAll("[^a-z0-9]+", "-");
    this.turn =
        FileChannel.open(
            Path.of(System.getProperty("java.io.tmpdir"), name),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    turn.lock();
  }

  /**
   * That of {@code DVL_TEST_DOCKER}; without one a test is skipped, and fails on a build server.
   */
  static DockerEngine ofTests() throws IOException {
    Optional<String> value =
        Optional.ofNullable(System.getenv("DVL_TEST_DOCKER")).filter(it -> !it.isEmpty());
    if (value.isPresent()) {
      return new DockerEngine(Path.of(value.get().replaceFirst("^unix://", "")));
    }
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(
          "DVL_TEST_DOCKER is not set; start the peers with testing/peers");
    }
    return abort("SKIPPED: DVL_TEST_DOCKER is not set; see testing/README.md");
  }

  Line.Dialer dialer() {
    return dialer;
  }

  @Override
  public Map<String, String> environment() {
    return Map.of("DOCKER_HOST", "unix://" + socket);
  }

  @Override
  public List<String> options() {
    return List.of();
  }

  @Override
  public boolean guardsIds() {
    return false;
  }

  @Override
  public Renamed make(World world) throws IOException {
    made = Optional.of(world);
    clear(world.program(), RecordedCall.read(world.calls()));
    Renamed renamed = new Renamed();
    for (RecordedCall call : RecordedCall.read(world.calls())) {
      renamed.learn(call.ids(), answered(call, renamed));
    }
    return renamed;
  }

  /** What the images of tests are called on this engine. */
  List<RecordedCall> images() throws IOException {
    return IMAGES.stream().map(tag -> RecordedCall.asking("/images/" + tag + "/json")).toList();
  }

  Map<String, String> answered(RecordedCall call, Renamed renamed) throws IOException {
    Message request = call.request(renamed, HOST);
    Message answer = dialer.send(request);
    if (answer.status() > 299) {
      throw new IOException(request.head().getFirst() + ": " + answer.text());
    }
    return new DockerDialect().ids(request, answer);
  }

  /** Removes what stands there of a program: what was recorded, and what was made by it since. */
  void clear(Path program, List<RecordedCall> calls) throws IOException {
    for (RecordedCall call : calls) {
      Matcher create = MADE.matcher(call.path());
      if (create.matches()) {
        remove(create.group(1), Optional.ofNullable(create.group(2)).orElseGet(() -> name(call)));
      }
    }
    Path file = program.resolve("dvl.stack");
    String stack = Files.exists(file) ? Files.readString(file).strip() : "none";
    for (String kind : List.of("container", "image", "network", "volume")) {
      for (String id : labelled(kind, "dvl." + kind + ".stack=" + stack + "/default")) {
        remove(kind + "s", id);
      }
    }
  }

  private static String name(RecordedCall call) {
    Matcher name = NAME.matcher(call.text());
    return name.find() ? name.group(1) : "";
  }

  private List<String> labelled(String kind, String label) throws IOException {
    String filter = URLEncoder.encode("{\"label\":[\"" + label + "\"]}", StandardCharsets.UTF_8);
    String path =
        "/" + kind + "s" + (kind.equals("container") || kind.equals("image") ? "/json" : "");
    Message answer =
        dialer.send(Message.of("GET", path + "?all=1&filters=" + filter, HOST, new byte[0]));
    Object tree = JsonTree.read(answer.text());
    List<?> found =
        kind.equals("volume") && Fields.of(tree).raw("Volumes") instanceof List<?> volumes
            ? volumes
            : tree instanceof List<?> list ? list : List.of();
    return found.stream().flatMap(DockerEngine::id).toList();
  }

  private static Stream<String> id(Object found) {
    if (!(found instanceof Map<?, ?> fields)) {
      return Stream.of();
    }
    return Stream.ofNullable(fields.containsKey("Id") ? fields.get("Id") : fields.get("Name"))
        .map(String::valueOf);
  }

  private void remove(String kinds, String id) throws IOException {
    dialer.send(Message.of("DELETE", "/" + kinds + "/" + id + "?force=1", HOST, new byte[0]));
  }

  @Override
  public void close() throws IOException {
    try (turn) {
      if (made.isPresent()) {
        clear(made.get().program(), RecordedCall.read(made.get().calls()));
      }
    }
  }
}
