package dev.dvl.cli.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the worlds of one version of dvl; {@code testing/worlds/record} runs it, and nothing else.
 */
class Recording {
  @TempDir private Path folder = Path.of("");

  @Test
  void record() throws Exception {
    String version = System.getProperty("dvl.worlds.version", "");
    Path dvl = Path.of(System.getProperty("dvl.worlds.dvl", ""));
    String wanted = System.getProperty("dvl.worlds.scene", "");
    for (Path scene : World.scenes()) {
      String name = scene.getFileName().toString();
      if (wanted.isEmpty() || wanted.equals(name)) {
        World world = World.at(version, name);
        World.remove(world.folder());
        try (Stage stage = stage(scene)) {
          new Take(scene, dvl, folder.resolve(name), stage).keep(world);
        }
        nothingOfThisMachine(world);
      }
    }
  }

  private Stage stage(Path scene) throws IOException, InterruptedException {
    if (World.isOn(scene, "vsphere")) {
      return new VSphereStage(scene, Files.createTempDirectory(folder, "keys"));
    }
    if (World.isOn(scene, "docker")) {
      return new DockerStage(scene, folder.resolve(scene.getFileName() + ".sock"));
    }
    return new SandboxStage(scene);
  }

  /** A world is made again on machines that are none of this one's business. */
  private void nothingOfThisMachine(World world) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(world.folder())) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
          .as(file.toString())
          .doesNotContain(folder.toString());
    }
  }
}
