package dev.dvl.engine.apply;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.provider.HostProblem;

/** A host of the plan cannot be read. */
final class UnreadProblem extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Address host;
  private final transient HostProblem problem;

  UnreadProblem(Address host, HostProblem problem) {
    super(problem);
    this.host = host;
    this.problem = problem;
  }

  Address host() {
    return host;
  }

  HostProblem problem() {
    return problem;
  }
}
