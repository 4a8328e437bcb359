package dev.dvl.cli.parameters;

import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.lower.input.RawInput;

/** YAML in a text of a program, read as files of parameters are. */
public final class YamlText {
  private YamlText() {}

  /** What the text holds; scalars stay the text that they are. */
  public static RawInput read(String text) throws EvaluationProblem {
    try {
      return YamlData.read(text, "the text");
    } catch (DataProblem problem) {
      String sentence = String.valueOf(problem.getMessage());
      throw new EvaluationProblem(sentence.substring(0, sentence.length() - 1));
    }
  }
}
