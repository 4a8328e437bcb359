package dev.dvl.compiler.eval;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import java.util.Optional;

/** What a term may look up. An empty answer means not known yet, and leaves the term deferred. */
public interface Environment {
  /** Knows nothing. */
  Environment EMPTY = new Environment() {};

  /** The value of a variable of a rule: {@code it}, {@code was}, an attribute. */
  default Optional<Value> variable(String name) {
    return Optional.empty();
  }

  /** An output of a resource. */
  default Optional<Value> read(Address resource, Path path) {
    return Optional.empty();
  }

  /** The text of a secret. */
  default Optional<Value> secret(String name) {
    return Optional.empty();
  }
}
