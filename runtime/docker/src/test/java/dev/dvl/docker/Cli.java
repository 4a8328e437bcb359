package dev.dvl.docker;

import java.io.IOException;
import java.util.List;

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

  private static Process start(String... words) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(List.of(words)).redirectErrorStream(true);
    builder.environment().put("DOCKER_HOST", Peers.docker());
    return builder.start();
  }
}
