package dev.dvl.cli.worlds;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** What earlier versions made on a Docker engine. */
@Tag("docker")
class DockerWorldsTest extends WorldsTest {
  static List<World> worlds() throws IOException {
    return World.on("docker");
  }

  @Override
  Platform platform() throws IOException {
    return DockerEngine.ofTests();
  }
}
