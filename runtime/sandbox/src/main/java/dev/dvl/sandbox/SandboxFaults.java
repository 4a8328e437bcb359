package dev.dvl.sandbox;

import dev.dvl.engine.change.Op;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.sandbox.scenario.Pace;
import dev.dvl.sandbox.scenario.Script;

/** What goes wrong in a sandbox. */
public interface SandboxFaults {
  /** Nothing goes wrong. */
  SandboxFaults NONE = new SandboxFaults() {};

  /** What a script says, for one run. */
  static SandboxFaults of(Script script, Pace pace) {
    return new Playing(script, pace);
  }

  /** Called before the effect of an op; a problem thrown here means that there was none. */
  default void before(Op op, Run run) throws OpProblem {}

  /** Called after the effect of an op. */
  default void after(Op op) throws OpProblem {}

  /** Called before it is looked up what became of an op. */
  default void probing(Op op) throws HostProblem {}

  /** Called when the host is connected to and when it is read. */
  default void reading() throws HostProblem {}

  /** These, and after them the others. */
  default SandboxFaults and(SandboxFaults others) {
    SandboxFaults first = this;
    return new SandboxFaults() {
      @Override
      public void before(Op op, Run run) throws OpProblem {
        first.before(op, run);
        others.before(op, run);
      }

      @Override
      public void after(Op op) throws OpProblem {
        first.after(op);
        others.after(op);
      }

      @Override
      public void probing(Op op) throws HostProblem {
        first.probing(op);
        others.probing(op);
      }

      @Override
      public void reading() throws HostProblem {
        first.reading();
        others.reading();
      }
    };
  }
}
