package dev.dvl.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.command.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where the snapshots of programs lie, and what is said where one cannot be used. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SnapshotFilesTest {
  private static final String PROGRAM =
      """
      host engine: docker {}
      volume %s
      test "a plan" { expect plan matches snapshot }
      """;

  @TempDir private Path folder = Path.of("");
  private Calls calls = new Calls(folder, Map.of());

  @BeforeEach
  void start() throws IOException {
    calls = new Calls(folder, Map.of());
    Files.writeString(folder.resolve("one.dvl"), PROGRAM.formatted("first"));
    Files.writeString(folder.resolve("two.dvl"), PROGRAM.formatted("second"));
  }

  @Test
  void programsOfOneFolderHaveSnapshotsOfTheirOwn() {
    for (String name : new String[] {"one", "two", "one", "two"}) {
      Calls.Ended ended = calls.dvl("test", name + ".dvl");
      assertThat(ended.exit()).as(ended::toString).isEqualTo(Exit.DONE);
    }
    assertThat(folder.resolve("snapshots/one/a-plan.txt")).content().contains("first");
    assertThat(folder.resolve("snapshots/two/a-plan.txt")).content().contains("second");
  }

  @Test
  void theMainFileStandsForItsFolder() throws IOException {
    Files.delete(folder.resolve("one.dvl"));
    Files.move(folder.resolve("two.dvl"), folder.resolve("main.dvl"));
    assertThat(calls.dvl("test", "main.dvl").out()).contains("written: snapshots/a-plan.txt");
    assertThat(calls.dvl("test").out()).doesNotContain("written:");
  }

  @Test
  void whyOneCannotBeUsedIsSaidInWords() throws IOException {
    Path file = folder.resolve("snapshots/one/a-plan.txt");
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, new byte[] {(byte) 0xFF});
    assertThat(calls.dvl("test", "one.dvl").out())
        .contains("`snapshots/one/a-plan.txt` cannot be read or written: it is not UTF-8.")
        .doesNotContain("Exception");
    Files.delete(file);
    Files.delete(folder.resolve("snapshots/one"));
    Files.createSymbolicLink(folder.resolve("snapshots/one"), folder);
    assertThat(calls.dvl("test", "one.dvl").out()).contains("it is a link, which");
  }

  @Test
  void oneTestIsOne() {
    assertThat(calls.dvl("test", "one.dvl", "--filter", "nothing like it").err())
        .contains("DVL8058", "The program has 1 test.");
  }
}
