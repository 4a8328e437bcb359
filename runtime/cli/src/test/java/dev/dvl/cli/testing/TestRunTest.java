package dev.dvl.cli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.ir.TestCase;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.engine.apply.Stop;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.provider.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TestRunTest {
  private static final String WEB =
      """
      host engine: docker {}
      container web { image = "web:1" }
      """;

  @TempDir private Path folder = Path.of("");

  private static String many(int count, String body) {
    return IntStream.range(0, count)
        .mapToObj(number -> "test \"number " + number + "\" {\n" + body + "\n}\n")
        .collect(Collectors.joining());
  }

  @Test
  void resultsComeInTheOrderOfTheText() throws IOException, InterruptedException {
    String program = WEB + many(20, "apply\nexpect plan.empty");
    List<TestResult> results = Programs.results(new SourceMap(), program, folder);
    assertThat(results).hasSize(20).allMatch(TestResult::passed);
    assertThat(results)
        .extracting(it -> it.test().title())
        .isEqualTo(IntStream.range(0, 20).mapToObj(number -> "number " + number).toList());
  }

  @Test
  void nothingIsWrittenBesideTheProgram() throws IOException, InterruptedException {
    Programs.results(new SourceMap(), WEB + many(1, "apply"), folder);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void aTestThatTakesTooLongFails() throws IOException, InterruptedException {
    List<TestCase> tests = Programs.compile(new SourceMap(), WEB + many(1, "apply"));
    List<TestResult> results =
        Programs.run(folder, Duration.ofMillis(1), Cancel.NEVER).run(tests, ignored -> {});
    assertThat(results.getFirst().wrong())
        .extracting(it -> it.code().id())
        .containsExactly("DVL8055");
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void afterARequestToStopNoMoreAreBegun() throws IOException, InterruptedException {
    List<TestCase> tests = Programs.compile(new SourceMap(), WEB + many(200, "apply"));
    Stop stop = new Stop();
    List<TestResult> told = new ArrayList<>();
    List<TestResult> results =
        Programs.run(folder, Duration.ofMinutes(1), stop)
            .run(
                tests,
                result -> {
                  told.add(result);
                  stop.ask();
                });
    assertThat(results).isEqualTo(told).hasSizeBetween(1, 20);
  }

  /** What a program may ask of a plan is what plans count. */
  @Test
  void plansCountWhatTestsMayRead() {
    List<String> words =
        Stream.concat(
                Arrays.stream(Action.values()).map(Action::word).distinct(), Stream.of("unchanged"))
            .toList();
    assertThat(TestCase.COUNTS).containsExactlyElementsOf(words);
  }
}
