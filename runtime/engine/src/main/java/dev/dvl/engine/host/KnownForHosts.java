package dev.dvl.engine.host;

import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Secrets;
import java.util.Optional;

/** What the values of a host are filled with: secrets, and what is known of resources. */
record KnownForHosts(Secrets secrets, Sources sources) implements Environment {
  @Override
  public Optional<Value> secret(String name) {
    return secrets.get(name).map(Value::text);
  }

  @Override
  public Optional<Value> read(Address resource, Path path) {
    return sources.read(resource, path).or(() -> untold(resource));
  }

  /**
   * What is there and does not tell something has nothing to tell: a machine without an address.
   */
  private Optional<Value> untold(Address resource) {
    return sources.object(resource).map(there -> Value.Null.NULL);
  }
}
