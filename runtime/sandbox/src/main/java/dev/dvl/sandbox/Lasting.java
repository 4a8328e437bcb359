package dev.dvl.sandbox;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.CallArguments;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How long a call is to last by itself, beside what else it is told: what has to be steady is
 * looked at for as long as the program says.
 */
record Lasting(Optional<Duration> lasts) implements CallArguments {
  static Optional<Duration> of(Map<String, Value> args) {
    return CallArguments.read(Lasting.class, args).lasts();
  }
}
