package dev.dvl.sandbox.scenario;

/** How a call ends that a scenario speaks of. */
public sealed interface Fate {

  /** It is refused and has no effect. */
  record Fails(String why) implements Fate {}

  /** It has its effect, but the connection is lost before the answer. */
  record Cut() implements Fate {}
}
