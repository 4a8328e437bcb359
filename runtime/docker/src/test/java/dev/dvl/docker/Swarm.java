package dev.dvl.docker;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Makes the test engine the manager of a swarm of its own, until it is closed. A machine has one at
 * a time: members of swarms find each other by a port that cannot be chosen.
 */
final class Swarm implements AutoCloseable {
  private final FileChannel turn;

  Swarm() throws IOException, InterruptedException {
    this.turn =
        FileChannel.open(
            Path.of(System.getProperty("java.io.tmpdir"), "dvl-test-swarm"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    turn.lock();
    leave();
    String address = "127.0.0.1:" + freePort();
    Cli.run("docker", "swarm", "init", "--advertise-addr", address, "--listen-addr", address);
  }

  @Override
  public void close() throws IOException {
    try {
      leave();
      Cli.status("docker", "network", "rm", "docker_gwbridge");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      turn.close();
    }
  }

  /** What a killed run has left, too. */
  private static void leave() throws IOException, InterruptedException {
    Cli.status("docker", "swarm", "leave", "--force");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
