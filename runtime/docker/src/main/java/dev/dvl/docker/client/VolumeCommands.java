package dev.dvl.docker.client;

import com.github.dockerjava.api.command.CreateVolumeCmd;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What changes volumes. */
public final class VolumeCommands {
  private final DockerJava library;

  VolumeCommands(DockerJava library) {
    this.library = library;
  }

  /**
   * Makes a volume, or does nothing where there is one of that name.
   *
   * @param driver the engine's own choice where empty
   */
  public void create(
      String name, Map<String, String> labels, Optional<String> driver, Map<String, String> options)
      throws IOException {
    library.run(
        it -> {
          CreateVolumeCmd command = it.createVolumeCmd().withName(name).withLabels(labels);
          driver.ifPresent(command::withDriver);
          if (!options.isEmpty()) {
            command.withDriverOpts(options);
          }
          command.exec();
        });
  }

  public void remove(String name) throws IOException {
    library.run(it -> it.removeVolumeCmd(name).exec());
  }
}
