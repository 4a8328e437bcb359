package dev.dvl.engine.provider;

import dev.dvl.compiler.diagnostic.Code;
import org.jspecify.annotations.Nullable;

/**
 * A host cannot be reached or will not let us in. The message is one sentence for people. It may
 * pass where nothing answers yet, as with a machine that is off or starting; where what answers is
 * the wrong one, or refuses, trying again is of no use.
 */
public final class HostProblem extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Code code;
  private final boolean passing;

  public HostProblem(Code code, String message) {
    super(message);
    this.code = code;
    this.passing = false;
  }

  public HostProblem(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
    this.passing = false;
  }

  private HostProblem(Code code, String message, @Nullable Throwable cause, boolean passing) {
    super(message, cause);
    this.code = code;
    this.passing = passing;
  }

  /** Nothing answers. */
  public static HostProblem passing(Code code, String message) {
    return new HostProblem(code, message, null, true);
  }

  /** Nothing answers. */
  public static HostProblem passing(Code code, String message, Throwable cause) {
    return new HostProblem(code, message, cause, true);
  }

  /** Whether the host may answer later without anybody changing anything. */
  public boolean mayPass() {
    return passing;
  }

  public Code code() {
    return code;
  }
}
