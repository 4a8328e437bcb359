package dev.dvl.sandbox.scenario;

import dev.dvl.engine.change.Op;

/** Says what happens at calls; is asked once for each call that starts, from any thread. */
@FunctionalInterface
public interface Script {
  Effect next(Op op);
}
