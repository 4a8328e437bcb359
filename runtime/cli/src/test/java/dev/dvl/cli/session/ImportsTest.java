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

/** Programs of several files: what of the disk they may import, and how they are run. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ImportsTest {
  private static final String SHOP =
      """
      import "./lib" as lib
      host engine: docker {}
      lib.web edge { image = "a:1" }
      lib.web other { image = "a:1" }
      output name = edge.name
      """;

  private static final String LIB =
      """
      component web {
        param image: string
        container it { image = image, labels = { text = line_of("text.txt") } }
        volume data
        output name = it.name
      }
      """;

  @TempDir private Path folder = Path.of("");
  private Calls calls = new Calls(folder, Map.of());

  @BeforeEach
  void write() throws IOException {
    calls = new Calls(folder, Map.of("XDG_STATE_HOME", folder.resolve("s").toString()));
    Files.createDirectories(folder.resolve("shop/lib"));
    Files.writeString(folder.resolve("shop/shop.dvl"), SHOP);
    Files.writeString(folder.resolve("shop/lib/web.dvl"), LIB);
    Files.writeString(folder.resolve("shop/lib/text.txt"), "from lib\n");
    Files.writeString(folder.resolve("outside.dvl"), "let x = 1\n");
  }

  @Test
  void whatIsThereIsNotOfferedInItsOwnPlace() throws IOException, InterruptedException {
    Files.createSymbolicLink(folder.resolve("shop/away.dvl"), folder.resolve("outside.dvl"));
    Files.createSymbolicLink(folder.resolve("shop/nowhere.dvl"), Path.of("no.dvl"));
    Files.createDirectory(folder.resolve("shop/empty"));
    Path pipe = folder.resolve("shop/pipe.dvl");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    for (String name : new String[] {"away.dvl", "nowhere.dvl", "empty", "pipe.dvl"}) {
      Path program = folder.resolve("shop/main.dvl");
      Files.writeString(program, "import \"./" + name + "\" as other\nlet a = other.b\n");
      assertThat(dvl("check", "shop/main.dvl").out())
          .contains("error[DVL1054]")
          .doesNotContain("similar name");
    }
  }

  @Test
  void whatIsInAComponentHasItsAddressBehindThatOfTheUse() {
    assertThat(dvl("check", "shop").exit()).isEqualTo(Exit.DONE);
    assertThat(dvl("plan", "--sandbox", "shop").out())
        .contains("+ edge.it", "+ edge.data", "+ other.it", "from lib", "4 to create");
    assertThat(dvl("plan", "--sandbox", "shop", "--target", "edge").out())
        .contains("edge.it", "edge.data", "2 to create")
        .doesNotContain("other.");
    assertThat(dvl("plan", "--sandbox", "shop", "--target", "edge.data").out())
        .contains("1 to create");
    assertThat(dvl("graph", "shop", "--format", "mermaid").out()).contains("edge.it");
    assertThat(dvl("apply", "--sandbox", "--yes", "shop").exit()).isEqualTo(Exit.DONE);
    assertThat(dvl("plan", "--sandbox", "shop/shop.dvl").out()).contains("No changes");
    assertThat(dvl("show", "--sandbox", "shop").out()).contains("edge.it", "other.data");
  }

  @Test
  void aMistakeInAModuleStandsInItsFile() throws IOException {
    Files.writeString(folder.resolve("shop/lib/web.dvl"), LIB.replace("it.name", "it.nmae"));
    Calls.Ended ended = dvl("plan", "--sandbox", "shop");
    assertThat(ended.exit()).isEqualTo(Exit.WRONG);
    assertThat(ended.err()).contains("error[DVL2030]", "shop/lib/web.dvl:5:");
  }

  @Test
  void nothingOutsideOfTheFolderIsImported() throws IOException {
    Path link = folder.resolve("shop/link.dvl");
    Files.createSymbolicLink(link, folder.resolve("outside.dvl"));
    Files.createSymbolicLink(folder.resolve("shop/up"), folder);
    refused("import \"../outside.dvl\" as x", "DVL1053");
    refused("import \"./lib/../../outside.dvl\" as x", "DVL1053");
    refused("import \"./up\" as x", "DVL1054");
    refused("import \"./up/outside.dvl\" as x", "DVL1054");
    refused("import \"./link.dvl\" as x", "DVL1054");
  }

  @Test
  void onlyTextsAreImported() throws IOException {
    Files.createDirectory(folder.resolve("shop/folder.dvl"));
    Files.createSymbolicLink(folder.resolve("shop/zero.dvl"), Path.of("/dev/zero"));
    Files.write(folder.resolve("shop/bytes.dvl"), new byte[] {(byte) 0xff, (byte) 0xfe});
    refused("import \"./folder.dvl\" as x", "DVL1054");
    refused("import \"./zero.dvl\" as x", "DVL1054");
    refused("import \"./bytes.dvl\" as x", "DVL1054");
  }

  @Test
  void aModuleReadsFilesOfItsOwnFolderOnly() throws IOException {
    Files.writeString(folder.resolve("shop/above.txt"), "above\n");
    Path text = folder.resolve("shop/lib/text.txt");
    for (String path : new String[] {"../above.txt", "link.txt"}) {
      Files.deleteIfExists(folder.resolve("shop/lib/link.txt"));
      Files.createSymbolicLink(
          folder.resolve("shop/lib/link.txt"), folder.resolve("shop/above.txt"));
      Files.writeString(folder.resolve("shop/lib/web.dvl"), LIB.replace("text.txt", path));
      assertThat(dvl("check", "shop").out()).contains("error[DVL3014]", "web.dvl:3:");
    }
    assertThat(text).exists();
  }

  private void refused(String line, String code) throws IOException {
    Files.writeString(folder.resolve("shop/shop.dvl"), line + "\noutput y = x.x\n");
    Calls.Ended ended = dvl("check", "shop/shop.dvl");
    assertThat(ended.exit()).as(ended::toString).isEqualTo(Exit.WRONG);
    assertThat(ended.out()).as(line).contains("error[" + code + "]").doesNotContain("DVL1001");
  }

  private Calls.Ended dvl(String... words) {
    return calls.dvl(words);
  }
}
