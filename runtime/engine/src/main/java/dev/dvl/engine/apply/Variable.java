package dev.dvl.engine.apply;

import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.value.Value;
import java.util.Optional;

/** Knows one variable; any other is null. */
record Variable(String name, Value value) implements Environment {
  @Override
  public Optional<Value> variable(String asked) {
    return Optional.of(asked.equals(name) ? value : Value.Null.NULL);
  }
}
