package dev.dvl.cli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.testing.Snapshots.Compared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void whatIsMissingIsWrittenAndThenTheSame() throws IOException {
    Snapshots snapshots = Snapshots.of(folder, false);
    assertThat(snapshots.compare("a plan", 1, "one\n"))
        .isEqualTo(new Compared.Written("snapshots/a-plan.txt"));
    assertThat(snapshots.compare("a plan", 1, "one\n")).isEqualTo(new Compared.Same());
    assertThat(snapshots.compare("a plan", 2, "two\n"))
        .isEqualTo(new Compared.Written("snapshots/a-plan.2.txt"));
    Files.writeString(folder.resolve("snapshots/a-plan.txt"), "one\r\n");
    assertThat(snapshots.compare("a plan", 1, "one\n")).isEqualTo(new Compared.Same());
  }

  @Test
  void whatDiffersIsWrittenOnlyByWish() throws IOException {
    Snapshots.of(folder, false).compare("a plan", 1, "one\n");
    assertThat(Snapshots.of(folder, false).compare("a plan", 1, "two\n"))
        .isEqualTo(new Compared.Differs("snapshots/a-plan.txt", "- one\n+ two"));
    assertThat(folder.resolve("snapshots/a-plan.txt")).hasContent("one\n");
    assertThat(Snapshots.of(folder, true).compare("a plan", 1, "two\n"))
        .isEqualTo(new Compared.Written("snapshots/a-plan.txt"));
    assertThat(folder.resolve("snapshots/a-plan.txt")).hasContent("two\n");
  }

  /** No title leads out of the folder, and no two to one file. */
  @Test
  void eachTitleHasAFileOfItsOwn() {
    List<String> titles =
        List.of(
            "a plan",
            "a-plan",
            "A plan",
            "a  plan",
            " a plan",
            "../../etc/passwd",
            "\u0000\n",
            "日本",
            "\u202E",
            "con",
            "a".repeat(300),
            "a".repeat(301),
            ".",
            "..");
    assertThat(titles.stream().map(Snapshots::name))
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).matches("[a-z0-9][a-z0-9-]{0,80}"));
  }

  @Test
  void aDiffShowsWhatIsAround() {
    String before = lines("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    String after = lines("a", "b", "c", "D", "e", "f", "g", "h", "i", "j", "k");
    assertThat(LineDiff.of(before, after))
        .isEqualTo("  b\n  c\n- d\n+ D\n  e\n  f\n...\n  i\n  j\n+ k");
  }

  @Test
  void largeTextsAreComparedInTime() {
    String before = lines(Stream.iterate(0, it -> it + 1).limit(5000).toArray());
    String after = lines(Stream.iterate(1, it -> it + 2).limit(5000).toArray());
    assertThat(LineDiff.of(before, after).lines()).hasSizeGreaterThan(9000);
  }

  private static String lines(Object... lines) {
    return String.join("\n", Stream.of(lines).map(String::valueOf).toList());
  }
}
