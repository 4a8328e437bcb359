package dev.dvl.compiler.eval;

/**
 * A computation that has no result: a division by zero, an index that is not there, a budget that
 * is used up. The message is a sentence without a full stop that can stand in a diagnostic's label.
 */
public final class EvaluationProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  public EvaluationProblem(String message) {
    super(message, null, false, false);
    this.sentence = message;
  }

  @Override
  public String getMessage() {
    return sentence;
  }
}
