package dev.dvl.cli.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.util.Optional;

/** The image of what runs in the machines of the simulator. */
public final class GuestImage {
  private GuestImage() {}

  /** Makes it where it is not there yet; without a command for that a test is skipped. */
  public static void make() throws IOException {
    Optional<String> command =
        Optional.ofNullable(System.getenv("DVL_TEST_VM_IMAGE")).filter(it -> !it.isEmpty());
    if (command.isEmpty()) {
      abort("SKIPPED: DVL_TEST_VM_IMAGE is not set; see testing/README.md");
    }
    Process making =
        new ProcessBuilder(command.orElseThrow())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(making.waitFor()).as(command.orElseThrow()).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
