package dev.dvl.cli.worlds;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** What earlier versions made on a vCenter. */
@Tag("vcenter")
class VSphereWorldsTest extends WorldsTest {
  static List<World> worlds() throws IOException {
    return World.on("vsphere");
  }

  @Override
  Platform platform() throws IOException {
    return VCenter.ofTests();
  }
}
