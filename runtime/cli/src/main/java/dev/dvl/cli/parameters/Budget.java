package dev.dvl.cli.parameters;

/** Counts what a file of values unfolds to, so that a small file cannot become a large one. */
final class Budget {
  static final int DEEPEST = 64;
  private static final int MOST = 100_000;

  private final String name;
  private int values;

  Budget(String name) {
    this.name = name;
  }

  void enter(int depth) throws DataProblem {
    values++;
    if (values > MOST) {
      throw new DataProblem(
          ParameterCodes.LIMIT, "`" + name + "` unfolds to more than " + MOST + " values.");
    }
    if (depth > DEEPEST) {
      throw new DataProblem(
          ParameterCodes.LIMIT, "`" + name + "` nests deeper than " + DEEPEST + " levels.");
    }
  }
}
