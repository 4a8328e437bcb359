package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyEvent;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.apply.Stop;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An apply that is stopped, or whose engine goes away, in the middle. */
@Tag("docker")
class CutTest {
  @TempDir Path folder;

  @Test
  void aBuildThatIsStoppedSaysSo() throws Exception {
    Files.writeString(
        Files.createDirectory(folder.resolve("context")).resolve("Dockerfile"),
        "FROM dvl-test/base:1\nRUN timeout 30 idle || sleep 30\n");
    String program =
        Programs.program("image img { build { context = \"context\", no_cache = true } }\n");
    Bench bench = Programs.in(folder);
    Stop stop = new Stop();
    bench
        .stop(stop)
        .listener(
            event -> {
              if (event instanceof ApplyEvent.Progress progress
                  && progress.text().startsWith("Step 2/")) {
                Thread.ofVirtual().start(stop::ask);
              }
            });
    ApplyReport report = bench.apply(bench.plan(program));
    assertThat(report.result()).isEqualTo(ApplyReport.Result.FAILED);
    assertThat(report.diagnostics()).extracting(Diagnostic::code).contains(Codes.CANCELLED);
    assertThat(report.diagnostics()).noneMatch(it -> it.toString().contains("lost"));
    bench.stop(new Stop());
    assertThat(bench.recover(program)).isEmpty();
    assertThat(bench.plan(program).changes()).hasSize(1);
  }

  @Test
  void afterAnEngineThatWentAwayTheNextRunGoesOn() throws Exception {
    String program =
        Programs.program(
            """
            network net {}
            container web {
              image = "dvl-test/base:1"
              networks = [net]
              files = [{ path = "/etc/web.conf", text = "hello" }]
            }
            """);
    Cuttable line = new Cuttable();
    Bench bench = Programs.in(folder, new DockerProvider(line));
    bench.listener(
        event -> {
          if (event instanceof ApplyEvent.Started started
              && started.op().call().equals("container.upload")) {
            line.cut();
          }
        });
    ApplyReport report = bench.apply(bench.plan(program));
    assertThat(report.result()).isEqualTo(ApplyReport.Result.FAILED);
    assertThat(report.diagnostics()).extracting(Diagnostic::code).containsExactly(Codes.LOST);
    assertThat(report.diagnostics()).noneMatch(it -> it.toString().contains("null"));
    bench.provider(new DockerProvider()).listener(event -> {});
    try {
      bench.recover(program);
      bench.applied(program);
      assertThat(bench.plan(program).changes()).isEmpty();
    } finally {
      bench.apply(bench.planDestroy(program));
    }
  }
}
