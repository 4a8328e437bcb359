package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.plan.Plan;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Build contexts that change under way, or are not what one expects, on a real engine. */
@Tag("docker")
class ContextTest {
  private final String name = "context%08x:1".formatted(new Random().nextInt());
  @TempDir Path folder;
  private Path context = Path.of("");

  @BeforeEach
  void context() throws IOException {
    context = Files.createDirectory(folder.resolve("context"));
    Files.writeString(
        context.resolve("Dockerfile"), "FROM dvl-test/base:1\nCOPY zz /\nCMD [\"idle\"]\n");
    Files.writeString(context.resolve("zz"), "text");
    Files.createSymbolicLink(context.resolve("link"), Path.of("/etc/hostname"));
    try (RandomAccessFile file = new RandomAccessFile(context.resolve("large").toFile(), "rw")) {
      file.setLength(300L << 20);
    }
  }

  @Test
  void aLargeOneIsBuilt() throws Exception {
    Bench bench = Programs.in(folder);
    try {
      bench.applied(program());
      assertThat(bench.plan(program()).changes()).isEmpty();
    } finally {
      bench.apply(bench.planDestroy(program()));
    }
  }

  @Test
  void aDockerfileMayLieOutside() throws Exception {
    Files.delete(context.resolve("large"));
    Files.move(context.resolve("Dockerfile"), folder.resolve("Dockerfile.out"));
    String outside =
        program()
            .replace(
                "context = \"context\"",
                "context = \"context\", dockerfile = \"../Dockerfile.out\"");
    Bench bench = Programs.in(folder);
    try {
      bench.applied(outside);
      assertThat(bench.plan(outside).changes()).isEmpty();
    } finally {
      bench.apply(bench.planDestroy(outside));
    }
  }

  @Test
  void aFileThatVanishesUnderWayEndsTheBuild() throws Exception {
    Bench bench = Programs.in(folder, new DockerProvider(new Overheard(this::vanishes)));
    assertIsNotBuilt(bench, bench.plan(program()), "`zz` vanished while it was read");
  }

  @Test
  void aFileThatChangedSinceThePlanMakesItStale() throws Exception {
    Bench bench = Programs.in(folder);
    Plan plan = bench.plan(program());
    Files.writeString(context.resolve("zz"), "another text");
    ApplyReport report = bench.apply(plan);
    assertThat(report.result()).isEqualTo(ApplyReport.Result.STALE);
    assertThat(report.result().exitCode()).isEqualTo(6);
    assertThat(Cli.status("docker", "image", "inspect", name)).isNotZero();
  }

  @Test
  void aFileThatChangesUnderWayEndsTheBuild() throws Exception {
    Bench bench = Programs.in(folder, new DockerProvider(new Overheard(this::changes)));
    assertIsNotBuilt(bench, bench.plan(program()), "not as they were when the build was planned");
  }

  private void assertIsNotBuilt(Bench bench, Plan plan, String why) throws Exception {
    ApplyReport report = bench.apply(plan);
    assertThat(report.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Codes.CONTEXT_CHANGED);
    assertThat(report.diagnostics().getFirst().toString()).contains(why);
    assertThat(Cli.status("docker", "image", "inspect", name)).isNotZero();
    bench.provider(new DockerProvider());
    Files.writeString(context.resolve("zz"), "text");
    try {
      assertThat(bench.recover(program())).isEmpty();
      bench.applied(program());
      assertThat(bench.plan(program()).changes()).isEmpty();
    } finally {
      bench.apply(bench.planDestroy(program()));
    }
  }

  private String program() {
    return Programs.program(
        "image img {\n  name = \"%s\"\n  build { context = \"context\" }\n}\n".formatted(name));
  }

  private static boolean isBuild(String piece) {
    return piece.matches("(?s)POST /v1\\.[0-9]+/build.*");
  }

  private void changes(String piece) throws IOException {
    if (isBuild(piece)) {
      Files.writeString(context.resolve("zz"), "TEXT");
    }
  }

  /** The large file keeps what packs the context busy until the request has begun. */
  private void vanishes(String piece) throws IOException {
    if (isBuild(piece)) {
      Files.deleteIfExists(context.resolve("zz"));
    }
  }
}
