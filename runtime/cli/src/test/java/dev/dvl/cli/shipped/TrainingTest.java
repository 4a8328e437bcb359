package dev.dvl.cli.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.packaging.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The training that a build makes its caches of classes by, with what is shipped. */
class TrainingTest {
  private static final Path PROGRAM = Path.of("../../examples/quickstart");

  @TempDir private Path logs = Path.of("");

  @Test
  void succeedsOnAnEngineAndAVCenter() throws IOException, InterruptedException {
    Path log = logs.resolve("classes");
    new Training(ShippedClassPath.here().entries(), List.of("-Xlog:class+load:file=" + log))
        .withServers(PROGRAM);
    assertThat(Files.readString(log))
        .contains("CreateVolumeCmdImpl", "CreateNetworkCmdImpl", "StartContainerCmdImpl")
        .contains("RemoveVolumeCmdImpl", "RemoveNetworkCmdImpl", "RemoveContainerCmdImpl")
        .contains("dev.dvl.vsphere.wire.soap", "sun.security.ssl");
  }

  @Test
  void aloneItLoadsNothingThatTalksToServers() throws IOException, InterruptedException {
    Path log = logs.resolve("classes");
    new Training(ShippedClassPath.here().entries(), List.of("-Xlog:class+load:file=" + log))
        .alone(PROGRAM);
    assertThat(Files.readString(log))
        .contains("dev.dvl.sandbox.", "dev.dvl.engine.apply.")
        .doesNotContain("com.github.dockerjava.", "com.jcraft.", "dev.dvl.vsphere.wire.soap");
  }

  @Test
  void saysWhichCommandFailed() {
    assertThatThrownBy(
            () -> new Training(ShippedClassPath.here().entries(), List.of()).withServers(logs))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("`dvl check` ended with");
  }
}
