package dev.dvl.docker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Docker's own command line, for what others do behind our back. */
final class Cli {
  private Cli() {}

  static String run(String... words) throws IOException, InterruptedException {
    Process process = start(words);
    String out =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", words) + ": " + out);
    }
    return out.strip();
  }

  static int status(String... words) throws IOException, InterruptedException {
    Process process = start(words);
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }

  /** The engine's own client: an older one does not speak with a newer engine. */
  private static String client() {
    return Optional.ofNullable(System.getenv("DVL_TEST_DOCKER_CLIENT")).orElse("docker");
  }

  private static Process start(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(words));
    if (command.getFirst().equals("docker")) {
      command.set(0, client());
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("DOCKER_HOST", Peers.docker());
    builder.environment().put("DOCKER_BUILDKIT", "0");
    return builder.start();
  }
}
