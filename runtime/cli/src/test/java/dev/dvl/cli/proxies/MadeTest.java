package dev.dvl.cli.proxies;

import dev.dvl.cli.command.Exit;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the module of proxies makes of its parameters, and which it refuses. */
class MadeTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void theProgramPassesItsTests() throws IOException {
    Trial.of("made", folder).gives(Exit.DONE, "test", ".");
  }
}
