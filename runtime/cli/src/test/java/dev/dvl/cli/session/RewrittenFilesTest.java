package dev.dvl.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.command.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that {@code fmt} and {@code check --fix} write anew, and those they leave alone. */
class RewrittenFilesTest {
  private static final String LOOSE = "let  a=1\n";
  private static final String TIGHT = "let a = 1\n";

  @TempDir private Path temp = Path.of("");
  private Path folder = Path.of("");
  private Calls calls = new Calls(folder, Map.of());

  @BeforeEach
  void start() throws IOException {
    folder = Files.createDirectory(temp.resolve("project"));
    calls = new Calls(folder, Map.of());
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, text);
  }

  @Test
  void aFileKeepsItsModeAndNothingIsLeftBesideIt() throws IOException {
    Path file = write("main.dvl", LOOSE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));
    assertThat(calls.dvl("fmt").exit()).isEqualTo(Exit.DONE);
    assertThat(file).hasContent(TIGHT);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwxr-x---");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aLinkStaysALinkAndNoneLeadsOut() throws IOException {
    Path inside = write("main.dvl", LOOSE);
    Path link = Files.createSymbolicLink(folder.resolve("link.dvl"), Path.of("main.dvl"));
    Path outside = Files.writeString(temp.resolve("other.dvl"), LOOSE);
    Path away = Files.createSymbolicLink(folder.resolve("away.dvl"), outside);
    Files.createSymbolicLink(folder.resolve("dangling.dvl"), Path.of("nowhere.dvl"));
    assertThat(calls.dvl("fmt", "link.dvl").exit()).isEqualTo(Exit.DONE);
    assertThat(inside).hasContent(TIGHT);
    assertThat(link).isSymbolicLink();
    assertThat(calls.dvl("fmt", "away.dvl").err()).contains("DVL8040");
    assertThat(calls.dvl("fmt").exit()).isEqualTo(Exit.DONE);
    assertThat(outside).hasContent(LOOSE);
    assertThat(away).isSymbolicLink();
  }

  @Test
  void foldersAreFormattedWithAllBelowButWhatIsHiddenOrBehindALink() throws IOException {
    Path deep = write("a/b/deep.dvl", LOOSE);
    Path hidden = write(".hidden.dvl", LOOSE);
    Path behind = write(".git/x.dvl", LOOSE);
    Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
    Path far = Files.writeString(elsewhere.resolve("far.dvl"), LOOSE);
    Files.createSymbolicLink(folder.resolve("linked"), elsewhere);
    assertThat(calls.dvl("fmt", ".").out()).isEqualTo("a/b/deep.dvl\n");
    assertThat(deep).hasContent(TIGHT);
    assertThat(Stream.of(hidden, behind, far)).allSatisfy(it -> assertThat(it).hasContent(LOOSE));
  }

  @Test
  void windowsLinesAndAMarkOfTheByteOrderGo() throws IOException {
    Path file = write("main.dvl", "\uFEFFlet  a = \"\"\"\r\n  x\r\n  \"\"\"\r\nlet b=2\r\n");
    assertThat(calls.dvl("fmt").exit()).isEqualTo(Exit.DONE);
    assertThat(Files.readString(file)).isEqualTo("let a = \"\"\"\n  x\n  \"\"\"\nlet b = 2\n");
  }

  @Test
  void whatDoesNotShowIsRefused() throws IOException {
    for (String strange : new String[] {"\u202E", "\u0000", "\u200B"}) {
      String text = "let  a = 1 // " + strange + "\n";
      Path file = write("main.dvl", text);
      Calls.Ended ended = calls.dvl("fmt");
      assertThat(ended.exit()).isEqualTo(Exit.WRONG);
      assertThat(ended.err()).contains("DVL0002");
      assertThat(Files.readString(file)).isEqualTo(text);
    }
  }

  @Test
  void aDifferenceCanBeApplied() throws IOException, InterruptedException {
    String text = "let  a=1\n" + "let b = 2\n".repeat(20) + "let  c=3\nlet d = 4\nlet  e=5";
    Path file = write("main.dvl", text);
    Calls.Ended diff = calls.dvl("fmt", "--diff");
    Path patch = Files.writeString(temp.resolve("patch"), diff.out());
    assertThat(file).hasContent(text);
    Process git =
        new ProcessBuilder("git", "apply", patch.toString()).directory(folder.toFile()).start();
    assertThat(git.waitFor()).isZero();
    assertThat(calls.dvl("fmt", "--check")).extracting(Calls.Ended::exit).isEqualTo(Exit.DONE);
  }

  @Test
  void fixesAreWrittenThroughLinksInsideOnly() throws IOException {
    Path outside = Files.writeString(temp.resolve("other.dvl"), "let a = 512Mi\n");
    Files.createSymbolicLink(folder.resolve("away.dvl"), outside);
    Calls.Ended ended = calls.dvl("check", "--fix", "away.dvl");
    assertThat(ended.exit()).isEqualTo(Exit.WRONG);
    assertThat(ended.err()).contains("DVL8040");
    assertThat(outside).hasContent("let a = 512Mi\n");
  }

  @Test
  void fixesOfImportedFilesAreWrittenToo() throws IOException {
    Path main = write("shop/main.dvl", "import \"./lib\" as lib\nlet a = lib.b;\n");
    Path first = write("shop/lib/first.dvl", "let b = c; let d = 1e3\n");
    Path second = write("shop/lib/second.dvl", "let c = 512Mi\n");
    Path other = write("shop/other.dvl.txt", "let c = 512Mi\n");
    Calls.Ended shown = calls.dvl("check", "--fix", "--diff", "shop/main.dvl");
    assertThat(shown.out()).contains("--- a/shop/lib/first.dvl", "+let d = 1000\n");
    assertThat(second).hasContent("let c = 512Mi\n");
    Calls.Ended ended = calls.dvl("check", "--fix", "shop/main.dvl");
    assertThat(ended).extracting(Calls.Ended::exit).as(ended.toString()).isEqualTo(Exit.DONE);
    assertThat(ended.out())
        .contains("fixed shop/lib/first.dvl:1:10: end the line (DVL0003)")
        .endsWith("no mistakes\n");
    assertThat(main).hasContent("import \"./lib\" as lib\nlet a = lib.b\n");
    assertThat(first).hasContent("let b = c\nlet d = 1000\n");
    assertThat(second).hasContent("let c = 512MiB\n");
    assertThat(other).hasContent("let c = 512Mi\n");
  }

  @Test
  void whatIsImportedIsMendedWhereverDvlIsCalled() throws IOException {
    Path main = write("shop/main.dvl", "import \"./lib/link.dvl\" as lib\nlet a = lib.b\n");
    Path real = write("shop/real/b.dvl", "let b = 512Mi\n");
    Files.createDirectory(folder.resolve("shop/lib"));
    Path link = folder.resolve("shop/lib/link.dvl");
    Files.createSymbolicLink(link, Path.of("../real/b.dvl"));
    Calls elsewhere = new Calls(Files.createDirectory(temp.resolve("elsewhere")), Map.of());
    Calls.Ended ended = elsewhere.dvl("check", "--fix", main.toString());
    assertThat(ended).extracting(Calls.Ended::exit).as(ended.toString()).isEqualTo(Exit.DONE);
    assertThat(real).hasContent("let b = 512MiB\n");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void theStandardModulesAreNobodysToMend() throws IOException {
    write("main.dvl", "import std.proxy.haproxy\nlet a = 512Mi\n");
    assertThat(calls.dvl("check", "--fix").out())
        .contains("fixed main.dvl:2:9")
        .contains("DVL1052");
  }
}
