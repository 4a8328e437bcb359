package dev.dvl.compiler.lower.input;

import java.util.Optional;

/** Tells which secrets are set, and never what they are. */
@FunctionalInterface
public interface SetSecrets {

  /**
   * Whether a secret has a value.
   *
   * @param variable the one of the environment that its declaration names
   */
  boolean isSet(String name, Optional<String> variable);
}
