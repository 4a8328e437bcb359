package dev.dvl.engine.provider;

import dev.dvl.compiler.diagnostic.Code;

/** A host cannot be reached or will not let us in. The message is one sentence for people. */
public final class HostProblem extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Code code;

  public HostProblem(Code code, String message) {
    super(message);
    this.code = code;
  }

  public HostProblem(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
