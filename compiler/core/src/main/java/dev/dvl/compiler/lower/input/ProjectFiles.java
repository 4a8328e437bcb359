package dev.dvl.compiler.lower.input;

import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.load.ModuleFiles;
import java.util.List;

/** The files that a program may read, and those that it may import; the caller does the reading. */
@FunctionalInterface
public interface ProjectFiles extends ModuleFiles {
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

  /**
   * Whether there is a file or folder.
   *
   * @throws EvaluationProblem where the path leads outside
   */
  default boolean exists(String path) throws EvaluationProblem {
    return false;
  }

  /** The SHA-256 of a file's bytes, as hexadecimal digits. */
  default String sha256(String path) throws EvaluationProblem {
    throw new EvaluationProblem("there is no file `" + path + "`");
  }

  /** The paths of all files below a folder, relative to it, in order; links are not followed. */
  default List<String> list(String folder) throws EvaluationProblem {
    throw new EvaluationProblem("there is no folder `" + folder + "`");
  }

  /**
   * Refuses a path that leads out of the folder of the module that names it, by a link.
   *
   * @param folder from the program's folder
   * @param path from the module's
   */
  default void keepWithin(String folder, String path) throws EvaluationProblem {}

  /** What a text of YAML holds. */
  default RawInput yaml(String text) throws EvaluationProblem {
    throw new EvaluationProblem("YAML is not read here");
  }
}
