package dev.dvl.cli.session;

import dev.dvl.goldens.Goldens;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sessions at a command line: each line of an input is a command, and the golden shows what it
 * prints and how it ends. All take place in a folder of their own with the same programs in it.
 */
class SessionTest {
  private static final Path SESSIONS = Path.of("src/test/resources/sessions");

  @TestFactory
  Stream<DynamicTest> sessions(@TempDir Path folder) {
    return Goldens.in(SESSIONS, ".session")
        .compare(
            SESSIONS,
            ".txt",
            input ->
                new Session(folder.resolve(input.name()), SESSIONS.resolve("programs"))
                    .run(input.text()));
  }
}
