package dev.dvl.cli.machines;

import dev.dvl.engine.key.KeyPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A fresh key as {@code ssh-keygen} leaves it: the private half for its owner alone. */
record KeyFile(Path hidden, String open) {

  static KeyFile write(Path file) throws IOException {
    KeyPair key = KeyPair.fresh();
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, key.hidden());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return new KeyFile(file, key.open() + "\n");
  }
}
