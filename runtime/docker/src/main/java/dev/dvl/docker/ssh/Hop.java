package dev.dvl.docker.ssh;

import java.util.Optional;

/**
 * One machine to log in to.
 *
 * @param host its name or address on the net
 * @param pinned the only key that it may show; empty: one among the known ones
 */
public record Hop(String user, String host, int port, SshKeys keys, Optional<HostKey> pinned) {

  /** For sentences. */
  public String named() {
    return "`" + user + "@" + Target.written(host) + ":" + port + "`";
  }
}
