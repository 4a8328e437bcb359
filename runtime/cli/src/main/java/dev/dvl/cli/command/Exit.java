package dev.dvl.cli.command;

/** How a run of dvl ends: with which exit code. */
public record Exit(int code) {
  public static final Exit DONE = new Exit(0);
  public static final Exit FAILED = new Exit(1);

  /** There are changes; only where {@code --detailed-exitcode} asks for it. */
  public static final Exit CHANGES = new Exit(2);

  /** The program or the command line is wrong. */
  public static final Exit WRONG = new Exit(3);

  public static final Exit NO_CONNECTION = new Exit(4);
  public static final Exit LOCKED = new Exit(5);
  public static final Exit STALE = new Exit(6);
  public static final Exit BUG = new Exit(70);
  public static final Exit INTERRUPTED = new Exit(130);

  /** As a command ended that was run for the user. */
  static Exit of(int code) {
    return new Exit(code);
  }

  public boolean isDone() {
    return code == 0;
  }

  @Override
  public String toString() {
    return "exit " + code;
  }
}
