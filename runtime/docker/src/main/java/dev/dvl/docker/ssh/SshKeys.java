package dev.dvl.docker.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Private keys to log in with.
 *
 * @param text a key itself, which beats all files
 * @param files in the order in which they are offered
 * @param only whether nothing else is offered, and each of them must be usable: the program names
 *     it. Otherwise what cannot be used is passed over, and all keys of the agent are offered
 */
public record SshKeys(
    Optional<String> text, List<Path> files, Optional<String> passphrase, boolean only) {
  public SshKeys {
    files = List.copyOf(files);
  }

  /** Keeps the secrets to itself. */
  @Override
  public String toString() {
    return "SshKeys" + files;
  }
}
