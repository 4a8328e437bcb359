package dev.dvl.docker.connect;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an engine listens, and who said so.
 *
 * @param url {@code unix:///var/run/docker.sock}, {@code tcp://10.0.0.7:2376}
 * @param source {@code the host block}, {@code the variable DOCKER_HOST}
 */
public record Endpoint(String url, String source, Optional<Tls> tls) {

  /**
   * What TLS needs.
   *
   * @param verify whether the engine must prove who it is
   */
  public record Tls(
      Optional<Path> authority, Optional<Path> certificate, Optional<Path> key, boolean verify) {

    /** The files that Docker expects in a folder. Those that are not there are left out. */
    static Tls in(Path folder, boolean verify) {
      return new Tls(
          existing(folder.resolve("ca.pem")),
          existing(folder.resolve("cert.pem")),
          existing(folder.resolve("key.pem")),
          verify);
    }

    private static Optional<Path> existing(Path file) {
      return java.nio.file.Files.exists(file) ? Optional.of(file) : Optional.empty();
    }
  }

  /** Whether the engine is on a machine that is logged in to. */
  public boolean isSsh() {
    return url.regionMatches(true, 0, "ssh://", 0, "ssh://".length());
  }

  /** For sentences. */
  public String named() {
    return "`" + url + "` (from " + source + ")";
  }
}
