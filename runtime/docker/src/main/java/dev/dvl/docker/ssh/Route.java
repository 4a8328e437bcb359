package dev.dvl.docker.ssh;

import dev.dvl.engine.provider.Prompt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The way to the socket of an engine.
 *
 * @param hops the machines on it, of which the last one has the engine
 * @param socket the engine's socket there
 * @param agent the socket of the user's SSH agent
 * @param patience how long each machine may take to let us in
 * @param prompt who can be asked for the passphrase of a key
 */
public record Route(
    List<Hop> hops,
    String socket,
    KnownHosts known,
    Optional<Path> agent,
    Duration patience,
    Prompt prompt) {
  public Route {
    hops = List.copyOf(hops);
  }

  public Hop last() {
    return hops.getLast();
  }
}
