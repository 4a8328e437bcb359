package dev.dvl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyEvent;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.apply.ApplyReport.Ended;
import dev.dvl.engine.apply.ApplyReport.Result;
import dev.dvl.engine.apply.Stop;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.sandbox.scenario.Pace;
import dev.dvl.sandbox.scenario.Scenario;
import dev.dvl.sandbox.scenario.ScenarioCodes;
import dev.dvl.stdlib.StandardKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users make calls of the sandbox slow, and let them fail. */
class ScenarioTest {
  private static final Stack STACK = new Stack("00112233aabbccdd", "default");
  private static final String SHOP =
      """
      module shop { edition = 2026 }
      host engine: docker {}
      container db {
        image = "postgres:17"
        health { command = ["pg_isready"] }
        wait { until = "healthy" }
      }
      container page { image = "web:1", after = [db.healthy] }
      container other { image = "web:1" }
      """;

  /** Passes at once, and remembers. */
  private static final class Clock implements Pace {
    final List<Duration> passed = new CopyOnWriteArrayList<>();

    @Override
    public boolean pass(Duration time, Cancel cancel) {
      passed.add(time);
      return !cancel.asked();
    }

    Duration sum() {
      return passed.stream().reduce(Duration.ZERO, Duration::plus);
    }
  }

  @TempDir Path folder;
  private final Clock clock = new Clock();

  private Bench bench(String scenario) {
    SandboxProvider provider = new SandboxProvider(SandboxFaults.NONE, clock);
    return new Bench(StandardKinds.load(), provider, STACK, folder)
        .environment(Map.of(Scenario.VARIABLE, scenario));
  }

  @Test
  void aCallTakesItsTimeAndSaysHowFarItIs() throws IOException {
    Bench bench = bench("container.start db takes 1h; *.start takes 5min; * takes 0s");
    List<Double> fractions = new CopyOnWriteArrayList<>();
    bench.listener(
        event -> {
          if (event instanceof ApplyEvent.Progress progress
              && progress.op().change().toString().equals("db")
              && progress.op().call().equals("container.start")) {
            fractions.add(progress.fraction().orElseThrow());
          }
        });
    assertThat(bench.apply(bench.plan(SHOP)).result()).isEqualTo(Result.DONE);
    assertThat(clock.sum()).isEqualTo(Duration.ofMinutes(70));
    assertThat(fractions).hasSize(10).isSorted().startsWith(0.0);
  }

  @Test
  void whatFailsIsToldAndWhatNeedsItIsSkipped() throws IOException {
    Bench bench = bench("container.start db takes 8s fails \"no space left; none\"; * takes 0s");
    ApplyReport report = bench.apply(bench.plan(SHOP));
    assertThat(report.result()).isEqualTo(Result.FAILED);
    assertThat(report.result().exitCode()).isEqualTo(1);
    assertThat(report.count(Ended.DONE)).containsEntry("create", 1L);
    assertThat(report.count(Ended.SKIPPED)).containsEntry("create", 1L);
    Diagnostic why = report.diagnostics().getFirst();
    assertThat(why.code()).isEqualTo(ScenarioCodes.FAILED);
    assertThat(why.primary().map(it -> it.text()).orElse("") + why.notes())
        .contains("no space left; none.", "`page`");
    bench.environment(Map.of()).applied(SHOP);
    assertThat(bench.plan(SHOP).changes()).isEmpty();
  }

  @Test
  void aReplacementThatFailsIsTakenBack() throws IOException {
    Bench bench = bench("");
    bench.applied(SHOP);
    bench.environment(Map.of(Scenario.VARIABLE, "container.wait_healthy db fails"));
    ApplyReport report = bench.apply(bench.plan(SHOP.replace("postgres:17", "postgres:18")));
    assertThat(report.result()).isEqualTo(Result.FAILED);
    assertThat(bench.environment(Map.of()).plan(SHOP).changes()).isEmpty();
  }

  @Test
  void whatIsCutIsFoundOutByTheNextRun() throws IOException {
    Bench bench = bench("container.make other cut");
    ApplyReport report = bench.apply(bench.plan(SHOP));
    assertThat(report.result()).isEqualTo(Result.FAILED);
    assertThat(report.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(ScenarioCodes.CUT);
    bench.environment(Map.of());
    assertThat(bench.recover(SHOP)).isEmpty();
    bench.applied(SHOP);
    assertThat(bench.plan(SHOP).changes()).isEmpty();
  }

  @Test
  void aStopEndsWhatTakesLong() throws IOException {
    Stop stop = new Stop();
    Bench bench = bench("container.start other takes 1h").stop(stop);
    bench.listener(
        event -> {
          if (event instanceof ApplyEvent.Progress) {
            stop.ask();
          }
        });
    ApplyReport report = bench.apply(bench.plan(SHOP));
    assertThat(report.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(ScenarioCodes.CANCELLED);
    assertThat(clock.sum()).isLessThan(Duration.ofHours(1));
  }

  @Test
  void aWaitEndsWithItsTimeout() throws IOException {
    Bench bench = bench("container.wait_healthy takes 1h").provider(new SandboxProvider());
    String program = SHOP.replace("until = \"healthy\"", "until = \"healthy\", timeout = 100ms");
    ApplyReport report = bench.apply(bench.plan(program));
    assertThat(report.diagnostics())
        .extracting(it -> it.code().headline())
        .containsExactly("op took too long");
  }

  @Test
  void aScenarioMayLieInAFile() throws IOException {
    Files.writeString(folder.resolve("slow"), "# slow\n\ncontainer.start other takes 1h\n");
    Bench bench = bench("@slow");
    bench.applied(SHOP);
    assertThat(clock.sum()).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "container.start | does not say what happens",
        "start takes 8s | `start` is no call",
        "container.strat takes 8s | with a similar name: `start`",
        "container.start w[ takes 8s | `w[` is no address",
        "container.start web takes | stands a time",
        "container.start web takes 8 | stands a time",
        "container.start web takes -8s | stands a time",
        "container.start web fals | with a similar name: `fails`",
        "container.start web cut \"why\" | nothing that happens",
        "@nowhere | cannot be read"
      })
  void whatIsWrongIsTold(String scenario, String told) throws IOException {
    List<Diagnostic> diagnostics = bench(scenario).planOutcome(SHOP).diagnostics();
    assertThat(diagnostics).extracting(Diagnostic::code).containsExactly(ScenarioCodes.WRONG);
    assertThat(diagnostics.getFirst().toString()).contains(told);
  }
}
