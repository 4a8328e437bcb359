package dev.dvl.cli.worlds;

import java.io.IOException;
import java.util.List;

/** What earlier versions made in the sandbox. */
class SandboxWorldsTest extends WorldsTest {
  static List<World> worlds() throws IOException {
    return World.on("sandbox");
  }

  @Override
  Platform platform() {
    return new Sandbox();
  }
}
