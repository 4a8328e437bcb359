package dev.dvl.docker;

import dev.dvl.docker.stamp.StampLabels;
import dev.dvl.engine.live.Stack;
import java.io.IOException;
import java.util.List;

/** Containers after the next start of their engine: what cannot start again shows itself here. */
public final class Restarted {
  private Restarted() {}

  /** Restarts all running containers of a stack; one that does not start again is a failure. */
  public static void all(Stack stack) throws IOException, InterruptedException {
    String filter = "label=" + StampLabels.filter("container", stack);
    List<String> running = Cli.run("docker", "ps", "-q", "--filter", filter).lines().toList();
    for (String container : running) {
      Cli.run("docker", "restart", "--time", "0", container);
    }
  }
}
