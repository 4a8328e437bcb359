package dev.dvl.cli.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.dvl.cli.command.Exit;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a program's folder may hold instead of what dvl wrote there. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class HostileFilesTest {
  private static final String PROGRAM =
      """
      host engine: docker {}
      for i in 0..<60 { container web[i] { image = "a:1" } }
      """;

  @TempDir private Path folder = Path.of("");
  private Calls calls = new Calls(folder, Map.of());

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("main.dvl"), PROGRAM);
    Files.createDirectory(folder.resolve(".dvl"));
    calls = new Calls(folder, Map.of("XDG_STATE_HOME", folder.resolve("s").toString()));
  }

  /** Makes something under a name. */
  private interface Making {
    void at(Path path) throws IOException, InterruptedException;
  }

  private static Stream<Making> noTexts() {
    return Stream.of(
        Files::createDirectory,
        path -> Files.createSymbolicLink(path, path),
        path -> Files.createSymbolicLink(path, Path.of("/dev/zero")),
        HostileFilesTest::pipe,
        HostileFilesTest::giant);
  }

  private static void pipe(Path path) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
  }

  /** Takes no room on the disk. */
  private static void giant(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(5L << 30);
    }
  }

  @Test
  void noStackFile() throws IOException, InterruptedException {
    Stream<Making> texts =
        Stream.of("", "\n", "0123456789abcde", "0123456789abcdefg", "no id", "\u0000")
            .map(text -> path -> Files.writeString(path, text));
    Making dangling = path -> Files.createSymbolicLink(path, Path.of("nowhere"));
    Path file = folder.resolve(".dvl").resolve("dvl.stack");
    for (Making making :
        Stream.of(noTexts(), texts, Stream.of(dangling)).flatMap(it -> it).toList()) {
      making.at(file);
      for (String[] words : new String[][] {{"plan"}, {"apply", "--yes"}, {"destroy", "--yes"}}) {
        Calls.Ended ended = dvl(words);
        assertThat(ended.exit()).as(ended::toString).isEqualTo(Exit.WRONG);
        assertThat(ended.err()).contains("error[DVL8021]", "dvl.stack").doesNotContain("bug in");
      }
      Files.delete(file);
    }
    assertThat(folder.resolve("s")).doesNotExist();
  }

  @Test
  void noFolderForALedger() throws IOException, InterruptedException {
    Path state = folder.resolve("state");
    Making text = path -> Files.writeString(path, "no folder");
    Making loop = path -> Files.createSymbolicLink(path, path);
    Making device = path -> Files.createSymbolicLink(path, Path.of("/dev/full"));
    for (Making making : new Making[] {text, loop, device, HostileFilesTest::pipe}) {
      making.at(state);
      Calls.Ended ended = dvl("apply", "--yes", "--state", "file:state");
      assertThat(ended.exit()).as(ended::toString).isEqualTo(Exit.FAILED);
      assertThat(ended.err()).contains("error[DVL8022]", "/state").doesNotContain("bug in");
      Files.delete(state);
    }
    assertThat(dvl("show").out()).doesNotContain("there: true").contains("web[0]");
    assertThat(dvl("plan").out()).contains("Plan: 60 to create");
  }

  @Test
  void noJournal() throws IOException, InterruptedException {
    assertThat(dvl("apply", "--yes", "--progress", "quiet").exit()).isEqualTo(Exit.DONE);
    Path journal;
    try (Stream<Path> files = Files.walk(folder.resolve(".dvl"))) {
      journal = files.filter(it -> it.endsWith("journal")).findFirst().orElseThrow();
    }
    byte[] before = Files.readAllBytes(journal);
    for (Making making : noTexts().toList()) {
      Files.delete(journal);
      making.at(journal);
      for (String[] words : new String[][] {{"plan"}, {"apply", "--yes"}, {"destroy", "--yes"}}) {
        Calls.Ended ended = dvl(words);
        assertThat(ended.exit()).as(ended::toString).isEqualTo(Exit.FAILED);
        assertThat(ended.err()).containsPattern("error\\[DVL(6031|8022)\\]").contains("/journal");
      }
    }
    Files.delete(journal);
    Files.write(journal, before);
    assertThat(dvl("plan", "--detailed-exitcode").exit()).isEqualTo(Exit.DONE);
  }

  @Test
  void noFileForAProgramToRead() throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("main.dvl"),
        "host engine: docker {}\ncontainer a { image = \"a:1\", hostname = file(\"text\") }\n");
    for (Making making : noTexts().toList()) {
      making.at(folder.resolve("text"));
      Calls.Ended ended = calls.dvl("check");
      assertThat(ended.exit()).as(ended::toString).isEqualTo(Exit.WRONG);
      assertThat(ended.out()).contains("main.dvl:2:", "`text`").doesNotContain("bug in");
      Files.delete(folder.resolve("text"));
    }
  }

  @Test
  void afterAFullDiskTheNextRunCarriesOn() throws IOException, InterruptedException {
    Path full = Files.createDirectory(folder.resolve("full"));
    if (run("mount", "-t", "tmpfs", "-o", "size=48k", "tmpfs", full.toString()) != 0) {
      abort("SKIPPED: no file system may be mounted here");
    }
    try {
      Calls.Ended ended = dvl("apply", "--yes", "--progress", "quiet", "--state", "file:full");
      assertThat(ended.exit()).as(ended::toString).isEqualTo(Exit.FAILED);
      assertThat(ended.err()).contains("error[DVL6025]", "No space left on device");
      assertThat(run("mount", "-o", "remount,size=4m", full.toString())).isZero();
      Calls.Ended next = dvl("apply", "--yes", "--progress", "quiet", "--state", "file:full");
      assertThat(next.exit()).as(next::toString).isEqualTo(Exit.DONE);
      assertThat(dvl("plan", "--state", "file:full").out()).contains("No changes");
    } finally {
      assertThat(run("umount", full.toString())).isZero();
    }
  }

  private Calls.Ended dvl(String... words) {
    String[] all = Arrays.copyOf(words, words.length + 1);
    all[words.length] = "--sandbox";
    return calls.dvl(all);
  }

  private static int run(String... words) throws IOException, InterruptedException {
    return new ProcessBuilder(words).inheritIO().start().waitFor();
  }
}
