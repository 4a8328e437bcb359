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

/** Taking a host out of a program while objects are on it is a mistake that can be put right. */
class LeftHostTest {
  private static final String HOST = "host engine: docker {}\n";
  private static final String WEB = HOST + "container web { image = \"a:1\" }\n";
  private static final String GONE = "output o = 1\n";

  @TempDir private Path folder = Path.of("");
  private Calls calls = new Calls(folder, Map.of());

  @BeforeEach
  void applied() throws IOException {
    calls = new Calls(folder, Map.of("XDG_STATE_HOME", folder.resolve("s").toString()));
    program(WEB);
    ends(Exit.DONE, "apply", "--sandbox", "--yes");
  }

  @Test
  void everyCommandRefuses() throws IOException {
    program(GONE);
    for (String[] words :
        new String[][] {
          {"plan", "--sandbox"}, {"apply", "--sandbox", "--yes"}, {"destroy", "--sandbox", "--yes"}
        }) {
      assertThat(ends(Exit.WRONG, words).err()).contains("DVL6016", "1 object on `engine`");
    }
    program(HOST);
    ends(Exit.DONE, "apply", "--sandbox", "--yes");
    program(GONE);
    ends(Exit.DONE, "plan", "--sandbox");
  }

  @Test
  void whatSomebodyElseRemovedIsStruckOut() throws IOException {
    Files.delete(folder.resolve(".dvl/sandbox/engine.objects"));
    program(GONE);
    ends(Exit.WRONG, "apply", "--sandbox", "--yes");
    program(HOST);
    ends(Exit.DONE, "apply", "--sandbox", "--yes");
    program(GONE);
    ends(Exit.DONE, "apply", "--sandbox", "--yes");
  }

  @Test
  void destroyStrikesItOutToo() throws IOException {
    Files.delete(folder.resolve(".dvl/sandbox/engine.objects"));
    ends(Exit.DONE, "destroy", "--sandbox", "--yes");
    program(GONE);
    ends(Exit.DONE, "destroy", "--sandbox", "--yes");
  }

  private Calls.Ended ends(Exit exit, String... words) {
    Calls.Ended ended = calls.dvl(words);
    assertThat(ended.exit()).as(ended::toString).isEqualTo(exit);
    return ended;
  }

  private void program(String text) throws IOException {
    Files.writeString(folder.resolve("main.dvl"), text);
  }
}
