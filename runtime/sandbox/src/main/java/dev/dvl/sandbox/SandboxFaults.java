package dev.dvl.sandbox;

import dev.dvl.engine.change.Op;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.OpProblem;

/** What goes wrong in a sandbox, for tests. */
public interface SandboxFaults {
  /** Nothing goes wrong. */
  SandboxFaults NONE = new SandboxFaults() {};

  /** Called before the effect of an op; a problem thrown here means that there was none. */
  default void before(Op op) throws OpProblem {}

  /** The same, with what the op may be asked to stop by. */
  default void before(Op op, Cancel cancel) throws OpProblem {
    before(op);
  }

  /** Called after the effect of an op. */
  default void after(Op op) throws OpProblem {}

  /** Called when the host is connected to and when it is read. */
  default void reading() throws HostProblem {}
}
