package dev.dvl.compiler.lower;

import dev.dvl.compiler.eval.EvaluationProblem;

/** The files that a program may read; the caller does the reading. */
@FunctionalInterface
public interface ProjectFiles {
  /** There are no files. */
  ProjectFiles NONE =
      path -> {
        throw new EvaluationProblem("there is no file `" + path + "`");
      };

  /**
   * The text of a file.
   *
   * @param path relative to the program's folder
   * @throws EvaluationProblem where it is not there, is no text, or lies outside
   */
  String read(String path) throws EvaluationProblem;
}
