package dev.dvl.engine.provider;

import dev.dvl.compiler.diagnostic.Code;
import java.util.List;

/** A call on a platform failed. */
public final class OpProblem extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Code code;
  private final transient List<String> details;
  private final Outcome outcome;

  public OpProblem(Code code, String message, List<String> details, Outcome outcome) {
    super(message);
    this.code = code;
    this.details = List.copyOf(details);
    this.outcome = outcome;
  }

  public Code code() {
    return code;
  }

  /** Lines that help: the last log lines of a container, the output of a build. */
  public List<String> details() {
    return details;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** What a failed call left behind. */
  public enum Outcome {
    /** Nothing changed. */
    NOT_DONE,
    /** It cannot be told whether the call had its effect. */
    UNCLEAR,
    /** The call went through, and what it led to is not what was wanted. */
    DONE_BUT_WRONG,
    /** It was asked to stop, and did. */
    CANCELLED
  }
}
