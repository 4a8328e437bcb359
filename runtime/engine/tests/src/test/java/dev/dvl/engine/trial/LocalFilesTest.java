package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.local.LocalCodes;
import dev.dvl.engine.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made from files follows them in the sandbox as it does on an engine. */
class LocalFilesTest {
  private static final String BUILT =
      """
      module shop { edition = 2026 }
      host engine: docker {}
      image site { build { context = "site" } }
      container web { image = site }
      """;

  private static final String COPIED =
      """
      module shop { edition = 2026 }
      host engine: docker {}
      container web {
        image = "web:1"
        files = [
          { path = "/etc/one", source = "one" },
          { path = "/etc/two", source = "two" },
        ]
      }
      """;

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(folder.resolve("site"));
    write("site/Dockerfile", "FROM web:1\nCOPY . /\n");
    write("site/.dockerignore", "*.md\n");
    write("site/page", "hello");
    write("one", "1");
    write("two", "2");
  }

  @Test
  void aChangedContextIsBuiltAgain() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(BUILT);
    assertThat(bench.plan(BUILT).changes()).isEmpty();
    write("site/page", "changed");
    rebuilds(bench);
    Files.setPosixFilePermissions(
        folder.resolve("site/page"), PosixFilePermissions.fromString("rwxr-xr-x"));
    rebuilds(bench);
    write("site/Dockerfile", "FROM web:2\nCOPY . /\n");
    rebuilds(bench);
  }

  private static void rebuilds(Bench bench) throws IOException {
    Plan plan = bench.plan(BUILT);
    assertThat(plan.changes().getFirst().address()).hasToString("site");
    assertThat(plan.changes().getFirst().fields())
        .extracting(field -> field.path().toString())
        .containsExactly("build.context_digest");
    bench.apply(plan);
    assertThat(bench.plan(BUILT).changes()).isEmpty();
  }

  @Test
  void whatIsIgnoredChangesNothing() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(BUILT);
    write("site/notes.md", "new");
    assertThat(bench.plan(BUILT).changes()).isEmpty();
  }

  @Test
  void aChangedFileIsCopiedAgain() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(COPIED);
    assertThat(bench.plan(COPIED).changes()).isEmpty();
    write("two", "3");
    Plan plan = bench.plan(COPIED);
    assertThat(plan.changes()).hasSize(1);
    assertThat(plan.changes().getFirst().action()).isEqualTo(Action.REPLACE);
    assertThat(plan.changes().getFirst().fields())
        .extracting(field -> field.path().toString())
        .containsExactly("file_digests[\"/etc/two\"]");
    bench.apply(plan);
    assertThat(bench.plan(COPIED).changes()).isEmpty();
  }

  @Test
  void whatIsMissingIsToldWhenPlanning() throws IOException {
    Bench bench = Sandboxes.in(folder);
    Files.delete(folder.resolve("two"));
    assertThat(codes(bench, COPIED)).containsExactly(LocalCodes.NO_FILE);
    write("site/.dockerignore", "[a");
    assertThat(codes(bench, BUILT)).containsExactly(LocalCodes.IGNORE_PATTERN);
    Files.delete(folder.resolve("site/.dockerignore"));
    write("site/Dockerfile", "FROM a\nRUN --mount=type=cache,target=/c make\n");
    assertThat(codes(bench, BUILT)).containsExactly(LocalCodes.NEEDS_BUILDKIT);
    Files.delete(folder.resolve("site/Dockerfile"));
    assertThat(codes(bench, BUILT)).containsExactly(LocalCodes.NO_DOCKERFILE);
    assertThat(codes(bench, BUILT.replace("\"site\"", "\"gone\"")))
        .containsExactly(LocalCodes.NO_CONTEXT);
  }

  private static List<Code> codes(Bench bench, String program) throws IOException {
    List<Diagnostic> diagnostics = bench.planOutcome(program).diagnostics();
    assertThat(diagnostics).allMatch(it -> it.primary().isPresent());
    return diagnostics.stream().map(Diagnostic::code).toList();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
