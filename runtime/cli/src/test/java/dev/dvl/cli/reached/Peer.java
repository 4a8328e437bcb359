package dev.dvl.cli.reached;

import dev.dvl.cli.session.Calls;
import dev.dvl.cli.session.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * The test engine, reached over its socket or over the SSH server beside it, and a program on it.
 *
 * @param block of the host
 */
record Peer(String name, String block) {

  static Peer socket() {
    return new Peer("socket", "endpoint = \"" + Engine.ofTests().endpoint() + "\"");
  }

  static Peer ssh() {
    String[] server = variable("DVL_TEST_SSH").split(":", 2);
    return new Peer(
        "ssh",
        """
        ssh {
          host     = "%s"
          port     = %s
          user     = "root"
          key      = "%s/user"
          host_key = "%s"
          socket   = "%s"
        }
        """
            .formatted(
                server[0],
                server[1],
                variable("DVL_TEST_SSH_KEYS"),
                variable("DVL_TEST_SSH_HOST_KEY"),
                Engine.ofTests().endpoint().substring("unix://".length())));
  }

  private static String variable(String name) {
    Optional<String> value = Optional.ofNullable(System.getenv(name)).filter(it -> !it.isEmpty());
    Assumptions.assumeTrue(
        value.isPresent() || "true".equals(System.getenv("CI")),
        "SKIPPED: " + name + " is not set; see testing/README.md");
    return value.orElseThrow(() -> new IllegalStateException(name + " is not set"));
  }

  /** Calls over a program in a folder, with that as the user's home. */
  Calls program(Path folder, String resources) throws IOException {
    Files.writeString(
        folder.resolve("main.dvl"),
        "module reached { edition = 2026 }\nhost edge: docker {\n" + block + "\n}\n" + resources);
    return new Calls(
        folder, Map.of("XDG_STATE_HOME", folder.resolve("state").toString(), "COLOUR", "blue"));
  }

  @Override
  public String toString() {
    return name;
  }
}
