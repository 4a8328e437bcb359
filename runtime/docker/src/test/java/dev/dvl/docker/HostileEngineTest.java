package dev.dvl.docker;

import static dev.dvl.docker.ScriptedEngine.PING;
import static dev.dvl.docker.ScriptedEngine.endless;
import static dev.dvl.docker.ScriptedEngine.json;
import static dev.dvl.docker.ScriptedEngine.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.ScriptedEngine.Script;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.Query;
import dev.dvl.engine.provider.Reader;
import dev.dvl.engine.provider.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an engine answers, reading ends in time, in little memory, and with a sentence. */
class HostileEngineTest {
  private static final Duration SOON = Duration.ofMinutes(10);
  private static final Stack STACK = new Stack("00000000000000aa", "");
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

  static Stream<Arguments> answers() {
    return Stream.of(
        arguments("garbage", "/_ping", text("\u0000\u001b[31mhello\n\n"), Codes.NOT_AN_ENGINE),
        arguments(
            "a header of a gigabyte", "/_ping", endless(OK + "X: ", "a"), Codes.NOT_AN_ENGINE),
        arguments("a billion headers", "/_ping", endless(OK, "X: a\r\n"), Codes.NOT_AN_ENGINE),
        arguments("nothing", "/_ping", text(""), Codes.UNREACHABLE),
        arguments("words", "/info", json("good morning"), Codes.NOT_AN_ENGINE),
        arguments("half of it", "/info", json("{\"ServerVersion\": \"20"), Codes.NOT_AN_ENGINE),
        arguments("a deep well", "/info", json("[".repeat(100_000)), Codes.NOT_AN_ENGINE),
        arguments(
            "a negative length",
            "/info",
            text(OK + "Content-Length: -5\r\n\r\n{}"),
            Codes.NOT_AN_ENGINE),
        arguments("a negative chunk", "/info", text(CHUNKED + "-5\r\n{}"), Codes.NOT_AN_ENGINE),
        arguments(
            "endless trailers",
            "/info",
            endless(CHUNKED + "2\r\n{}\r\n0\r\n", "X: a\r\n"),
            Codes.NOT_AN_ENGINE),
        arguments(
            "an endless list",
            "/containers/json",
            endless(CHUNKED + "1\r\n[\r\n", "3\r\n{},\r\n"),
            Codes.NOT_AN_ENGINE),
        arguments(
            "an endless text",
            "/volumes",
            endless(CHUNKED + "1\r\n\"\r\n", "3\r\nabc\r\n"),
            Codes.NOT_AN_ENGINE),
        arguments(
            "endless room behind",
            "/images/json",
            endless(CHUNKED + "2\r\n[]\r\n", "2\r\n  \r\n"),
            Codes.NOT_AN_ENGINE),
        arguments(
            "an end in the middle",
            "/networks",
            text(OK + "Content-Length: 50\r\n\r\n[{\"Id\":"),
            Codes.LOST),
        arguments(
            "no, at length",
            "/networks",
            endless("HTTP/1.1 500 No\r\n\r\n{\"message\": \"", "no "),
            Codes.UNREACHABLE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void isToldOf(String name, String path, Script script, Code code) throws Exception {
    try (ScriptedEngine engine =
        new ScriptedEngine().on(path, script).on("/_ping", PING).on("/info", json("{}"))) {
      HostProblem problem =
          assertTimeoutPreemptively(
              SOON, () -> assertThrows(HostProblem.class, () -> read(engine)));
      assertThat(problem.code()).as(problem.toString()).isEqualTo(code);
      assertThat(problem.getMessage()).hasSizeLessThan(1_500).doesNotContain("null", "Exception");
    }
  }

  @Test
  void whatDripsForEverIsGivenUp() throws Exception {
    Script drip =
        out -> {
          out.write(
              (OK + "Content-Length: 1000\r\nApi-Version: 1.41\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
          while (true) {
            out.write('.');
            out.flush();
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
          }
        };
    try (ScriptedEngine engine = new ScriptedEngine().on("/_ping", drip)) {
      HostProblem problem =
          assertTimeoutPreemptively(
              SOON, () -> assertThrows(HostProblem.class, () -> read(engine)));
      assertThat(problem).hasMessageContaining("did not answer in time");
    }
  }

  /** What has another shape than it should says nothing, and is no reason to fall over. */
  @ParameterizedTest
  @MethodSource("shapes")
  void otherShapesAreNothing(String body) throws Exception {
    try (ScriptedEngine engine =
        new ScriptedEngine().on("/_ping", PING).on("/info", json("{}")).on("/", json(body))) {
      assertTimeoutPreemptively(SOON, () -> read(engine));
    }
  }

  static Stream<String> shapes() {
    return Stream.of(
        "null",
        "7e999999999",
        "[null, [], {}, 3, \"\"]",
        "{\"Volumes\": [null, {\"Labels\": 7}], \"Id\": []}",
        "[{\"Id\": \"a\", \"Names\": [7], \"Labels\": [1], \"IPAM\": {\"Config\": [null,"
            + " {\"Subnet\": 5}]}, \"State\": 3, \"HostConfig\": {\"NanoCpus\": \"x\", \"Mounts\":"
            + " [null], \"PortBindings\": {\"x\": [null]}}, \"RepoTags\": [null, \":\"],"
            + " \"RepoDigests\": [\"@\"]}]");
  }

  /** A list is never "not found": whichever is asked for, it is asked for again. */
  @ParameterizedTest
  @EnumSource(Query.Scope.class)
  void aListThatIsNotFoundIsAskedForAgain(Query.Scope scope) throws Exception {
    try (ScriptedEngine engine =
        new ScriptedEngine()
            .on("/_ping", PING)
            .on("/info", json("{}"))
            .atFirst(text("HTTP/1.1 404 Not Found\r\n\r\n{\"message\": \"content digest\"}"))) {
      read(engine, new Query(STACK, claims(), List.of(), scope));
      assertThat(engine.asked()).hasSizeGreaterThanOrEqualTo(DockerKinds.ALL.size());
    }
  }

  private static List<Query.Claim> claims() {
    return DockerKinds.ALL.stream()
        .map(kind -> new Query.Claim(Address.of("it"), kind.name(), "it"))
        .toList();
  }

  private static void read(ScriptedEngine engine) throws HostProblem {
    read(engine, new Query(STACK, List.of(), List.of(), Query.Scope.OURS));
  }

  private static void read(ScriptedEngine engine, Query query) throws HostProblem {
    Map<String, Value> values =
        Map.of("endpoint", Value.text(engine.endpoint()), "connect_timeout", V.seconds(2));
    try (Reader reader =
        new DockerProvider().connect(Bench.spec(values), Secrets.NONE, Cancel.NEVER)) {
      reader.read(query, Cancel.NEVER);
    }
  }
}
