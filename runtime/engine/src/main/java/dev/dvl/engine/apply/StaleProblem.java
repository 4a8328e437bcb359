package dev.dvl.engine.apply;

/** A guard does not hold. The message is a full sentence. */
final class StaleProblem extends Exception {
  private static final long serialVersionUID = 1L;

  StaleProblem(String message) {
    super(message);
  }
}
