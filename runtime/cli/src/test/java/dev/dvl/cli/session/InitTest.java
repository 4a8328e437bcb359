package dev.dvl.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.command.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code init} writes, what it leaves alone, and what it says of both. */
class InitTest {
  @TempDir private Path folder = Path.of("");
  private Calls calls = new Calls(folder, Map.of());

  @BeforeEach
  void start() {
    calls = new Calls(folder, Map.of());
  }

  @Test
  void saysWhatItHasWritten() throws IOException {
    assertThat(calls.dvl("init", "shop").out())
        .startsWith("written: main.dvl, .gitignore, dvl.stack\nnext: dvl plan shop --sandbox\n");
    Files.createDirectory(folder.resolve("other"));
    Files.writeString(folder.resolve("other/.gitignore"), "mine\n");
    assertThat(calls.dvl("init", "other").out()).startsWith("written: main.dvl, dvl.stack\n");
    assertThat(folder.resolve("other/.gitignore")).hasContent("mine\n");
  }

  @Test
  void commandsCanBeCopied() {
    assertThat(calls.dvl("init", "my shop").out())
        .contains("next: dvl plan 'my shop' --sandbox\n", "dvl test 'my shop'\n");
    assertThat(calls.dvl("init", "it's").out()).contains("dvl test 'it'\\''s'\n");
  }

  @Test
  void linksThatLeadNowhereStayAsTheyAre() throws IOException {
    Path shop = Files.createDirectory(folder.resolve("shop"));
    Path link = Files.createSymbolicLink(shop.resolve(".gitignore"), Path.of("nowhere"));
    assertThat(calls.dvl("init", "shop").out()).startsWith("written: main.dvl, dvl.stack\n");
    assertThat(link).isSymbolicLink();
    assertThat(shop.resolve("nowhere")).doesNotExist();
  }

  @Test
  void allOfItIsWrittenOrNothing() throws IOException {
    for (String name : new String[] {"main.dvl", "dvl.stack"}) {
      Path other = Files.createDirectory(folder.resolve(name + "-folder"));
      Files.createSymbolicLink(other.resolve(name), Path.of("nowhere"));
      Calls.Ended ended = calls.dvl("init", other.toString());
      assertThat(ended.exit()).as(ended::toString).isEqualTo(Exit.WRONG);
      assertThat(ended.err()).contains("DVL8020");
      assertThat(other).isDirectoryNotContaining(it -> !it.endsWith(name));
    }
  }
}
