package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.local.LocalCodes;
import dev.dvl.engine.plan.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Local files that are copied into containers, whatever they hold. */
@Tag("docker")
class SourceFilesTest {
  private static final String PROGRAM =
      Programs.program(
          """
          container web {
            image = "dvl-test/base:1"
            files = [
              { path = "/etc/one.bin", source = "one.bin" },
              { path = "/etc/two.bin", source = "two.bin" },
            ]
          }
          """);

  @TempDir Path folder;

  @Test
  void aChangeOfOneIsSeenAsItsOwn() throws Exception {
    Files.write(folder.resolve("one.bin"), new byte[] {0, 1});
    Files.write(folder.resolve("two.bin"), new byte[] {0, 2});
    Bench bench = Programs.in(folder);
    try {
      bench.applied(PROGRAM);
      assertThat(bench.plan(PROGRAM).changes()).isEmpty();
      Files.write(folder.resolve("two.bin"), new byte[] {0, 3});
      Plan plan = bench.plan(PROGRAM);
      assertThat(plan.changes()).hasSize(1);
      assertThat(plan.changes().getFirst().action()).isEqualTo(Action.REPLACE);
      assertThat(plan.changes().getFirst().fields())
          .extracting(field -> field.path().toString())
          .containsExactly("file_digests[\"/etc/two.bin\"]");
      bench.apply(plan);
      assertThat(bench.plan(PROGRAM).changes()).isEmpty();
    } finally {
      bench.apply(bench.planDestroy(PROGRAM));
    }
  }

  @Test
  void oneThatIsNotThereIsToldWhenPlanning() throws Exception {
    Files.write(folder.resolve("one.bin"), new byte[] {0, 1});
    List<Diagnostic> diagnostics = Programs.in(folder).planOutcome(PROGRAM).diagnostics();
    assertThat(diagnostics).hasSize(1);
    assertThat(diagnostics.getFirst().code()).isEqualTo(LocalCodes.NO_FILE);
    assertThat(diagnostics.getFirst().primary()).isPresent();
  }

  @Test
  void aDockerfileThatNeedsBuildKitIsToldOnce() throws Exception {
    Files.writeString(
        folder.resolve("Dockerfile"),
        "FROM dvl-test/base:1\nRUN --mount=type=cache,target=/c true\n");
    String program = Programs.program("image img { build { context = \".\" } }\n");
    assertThat(Programs.in(folder).planOutcome(program).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(LocalCodes.NEEDS_BUILDKIT);
  }
}
