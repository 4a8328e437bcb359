package dev.dvl.docker;

import dev.dvl.contract.Platform;
import dev.dvl.contract.ProviderContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A real engine keeps what every provider must. */
@Tag("docker")
class DockerContractTest extends ProviderContract {
  @TempDir Path folder;

  @Override
  protected Platform platform() throws Exception {
    return EnginePlatform.in(folder, Programs.host());
  }
}
