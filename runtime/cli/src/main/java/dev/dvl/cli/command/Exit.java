package dev.dvl.cli.command;

/** How a run of dvl ends. */
public enum Exit {
  DONE(0),
  FAILED(1),
  /** There are changes; only where {@code --detailed-exitcode} asks for it. */
  CHANGES(2),
  /** The program or the command line is wrong. */
  WRONG(3),
  NO_CONNECTION(4),
  LOCKED(5),
  STALE(6),
  BUG(70),
  INTERRUPTED(130);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
