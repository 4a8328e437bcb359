package dev.dvl.engine.provider;

import java.util.Optional;

/** The values of secrets, for the one moment in which they are used. */
@FunctionalInterface
public interface Secrets {
  Secrets NONE = name -> Optional.empty();

  /** The value of a secret; empty where it is not set. */
  Optional<String> get(String name);
}
