package dev.dvl.cli.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every command of docker-java that dvl gives, and every way in which it fails, with the libraries
 * that are shipped and no others: docker-java brings more than are kept.
 */
class CommandsTest {
  private static final long MOST_BYTES = 8_000_000;
  private static final List<String> OWN =
      List.of("antlr4", "re2j", "snakeyaml", "jackson-core", "jline", "jspecify", "jsch");
  private static final String REPORT =
      "{\"Id\":\"x\",\"Name\":\"x\",\"Warnings\":null,\"stream\":\"s\",\"status\":\"s\",\"id\":\"l\","
          + "\"progressDetail\":{\"current\":1,\"total\":2}}";

  private static final ShippedClassPath SHIPPED = ShippedClassPath.here();
  private static final ShippedClient CLIENT = ShippedClient.of(SHIPPED);

  @AfterAll
  static void close() throws IOException {
    CLIENT.close();
  }

  /** What an engine answers, and the status that the command then fails with. */
  private record Said(String name, String text, Optional<Integer> status) {}

  private static Stream<Said> answers() {
    return Stream.of(
            Stream.of(
                new Said("done", http(200, REPORT), Optional.of(0)),
                new Said(
                    "done, told in two pieces", http(200, REPORT + "\n" + REPORT), Optional.of(0)),
                new Said("failed late", http(200, error("broken")), Optional.of(0)),
                new Said("no JSON", http(200, "<html>"), Optional.empty()),
                new Said("nothing", http(200, ""), Optional.empty()),
                new Said("cut off at once", "", Optional.empty()),
                new Said("cut off in the head", "HTTP/1.1 200 OK\r\nContent-", Optional.empty()),
                new Said(
                    "cut off in the body",
                    http(200, REPORT).substring(0, http(200, REPORT).length() - 9),
                    Optional.empty()),
                new Said("refused without JSON", http(502, "<html>"), Optional.of(502))),
            IntStream.of(304, 400, 401, 404, 406, 409, 500, 503)
                .mapToObj(it -> new Said("refused: " + it, http(it, error("no")), Optional.of(it))))
        .flatMap(it -> it);
  }

  @TestFactory
  Stream<DynamicTest> everyCommandEndsInOneOfOurWays() throws ReflectiveOperationException {
    return CLIENT.commands().stream()
        .flatMap(
            command ->
                answers()
                    .flatMap(
                        said ->
                            Stream.of(true, false)
                                .map(full -> test(command, said, new Sample(full, false)))));
  }

  @TestFactory
  Stream<DynamicTest> everyCommandThatCanBeStoppedStops() throws ReflectiveOperationException {
    return CLIENT.commands().stream()
        .filter(
            it -> Stream.of(it.getParameterTypes()).anyMatch(t -> t.getName().endsWith("Cancel")))
        .map(
            command ->
                DynamicTest.dynamicTest(
                    ShippedClient.name(command),
                    () ->
                        assertThat(
                                CLIENT.failure(command, http(200, REPORT), new Sample(true, true)))
                            .map(it -> it.getClass().getSimpleName())
                            .contains("Stopped")));
  }

  private static DynamicTest test(Method command, Said said, Sample sample) {
    return DynamicTest.dynamicTest(
        ShippedClient.name(command) + ", " + said.name() + (sample.full() ? ", with all" : ""),
        () -> {
          Optional<Throwable> failure =
              Assertions.assertTimeoutPreemptively(
                  Duration.ofMinutes(10), () -> CLIENT.failure(command, said.text(), sample));
          failure.ifPresent(it -> assertThat(it).isInstanceOf(IOException.class));
          if (said.status().isPresent()) {
            assertThat(status(failure)).isEqualTo(said.status().get());
          }
        });
  }

  /** Docker-java and what it brings; all else is a library that dvl itself has asked for. */
  private static Stream<Path> brought() {
    return SHIPPED.libraries().stream()
        .filter(it -> OWN.stream().noneMatch(it.getFileName().toString()::startsWith));
  }

  @Test
  void theLibrariesStaySmall() {
    assertThat(brought().mapToLong(it -> it.toFile().length()).sum()).isBetween(1L, MOST_BYTES);
  }

  @TestFactory
  Stream<DynamicTest> noLibraryIsShippedThatIsNotNeeded() {
    return brought()
        .filter(it -> !it.getFileName().toString().startsWith("slf4j-nop"))
        .map(
            library ->
                DynamicTest.dynamicTest(
                    library.getFileName().toString(),
                    () -> assertThat(worksWithout(library)).isFalse()));
  }

  private static boolean worksWithout(Path library) throws Exception {
    try (ShippedClient client = ShippedClient.of(SHIPPED.without(library))) {
      for (Method command : client.commands()) {
        if (client.failure(command, http(200, REPORT), new Sample(true, false)).isPresent()) {
          return false;
        }
      }
      return true;
    } catch (LinkageError e) {
      return false;
    } catch (InvocationTargetException e) {
      assertThat(e).hasCauseInstanceOf(LinkageError.class);
      return false;
    }
  }

  private static int status(Optional<Throwable> failure) throws ReflectiveOperationException {
    return failure.isEmpty()
        ? 0
        : (int) failure.get().getClass().getMethod("status").invoke(failure.get());
  }

  private static String error(String message) {
    return "{\"message\":\"%s\",\"errorDetail\":{\"message\":\"%s\"},\"error\":\"%s\"}"
        .formatted(message, message, message);
  }

  private static String http(int status, String body) {
    return "HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(status, body.length(), body);
  }
}
