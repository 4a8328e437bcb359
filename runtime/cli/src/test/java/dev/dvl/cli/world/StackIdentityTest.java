package dev.dvl.cli.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which stack a folder stands for, whatever became of its files. */
class StackIdentityTest {

  @Test
  void aLedgerWithoutAStackFileIsRefused(@TempDir Path project) throws IOException {
    StackIdentity first = StackIdentity.of(project, false, Optional.empty());
    first.keep();
    Files.createDirectories(project.resolve(".dvl").resolve(first.stack().id() + "-default"));
    assertThat(StackIdentity.of(project, false, Optional.empty()).stack()).isEqualTo(first.stack());

    Files.delete(project.resolve("dvl.stack"));
    assertThatThrownBy(() -> StackIdentity.of(project, false, Optional.empty()))
        .hasMessageContaining(first.stack().id());
  }

  @Test
  void theLedgerOfTheSandboxIsNoReason(@TempDir Path project) throws IOException {
    StackIdentity sandbox = StackIdentity.of(project, true, Optional.empty());
    sandbox.keep();
    Files.createDirectories(project.resolve(".dvl").resolve(sandbox.stack().id() + "-default"));
    assertThat(StackIdentity.of(project, false, Optional.empty()).fresh()).isTrue();
  }
}
