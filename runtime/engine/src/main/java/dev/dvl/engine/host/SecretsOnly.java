package dev.dvl.engine.host;

import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Secrets;
import java.util.Optional;

/** Knows secrets and nothing else. */
record SecretsOnly(Secrets secrets) implements Environment {
  @Override
  public Optional<Value> secret(String name) {
    return secrets.get(name).map(Value::text);
  }
}
