package dev.dvl.docker;

import dev.dvl.contract.Platform;
import dev.dvl.contract.WayContract;
import dev.dvl.docker.ssh.SshPeer;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** An engine that is reached by SSH keeps what it keeps at its socket. */
@Tag("docker")
@Tag("engines")
class SshContractTest extends WayContract {
  @TempDir Path folder;

  @Override
  protected Platform platform() throws Exception {
    return EnginePlatform.in(folder, Programs.sshHost(SshPeer.port("DVL_TEST_SSH")));
  }
}
