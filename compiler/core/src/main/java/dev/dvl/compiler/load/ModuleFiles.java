package dev.dvl.compiler.load;

import dev.dvl.compiler.eval.EvaluationProblem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The texts that a program may import; the caller does the reading.
 *
 * <p>Paths start at the program's folder, have {@code /} between their parts, and hold neither
 * {@code .} nor {@code ..}; the folder itself is the empty path.
 */
public interface ModuleFiles {

  /**
   * A text of a module.
   *
   * @param path of its file
   * @param name under which people know the file
   */
  record Text(String path, String name, String text) {}

  /**
   * A file whose name ends in {@code .dvl}, or all such files of a folder in the order of their
   * names, not of folders below it.
   *
   * @throws EvaluationProblem where there is none, or it cannot be read or lies outside
   */
  default List<Text> module(String path) throws EvaluationProblem {
    throw new EvaluationProblem("there is no `" + path + "`");
  }

  /** The names of what could be imported from a folder, for suggestions. */
  default Collection<String> in(String folder) {
    return List.of();
  }

  /** A module that comes with dvl, by its name: {@code std.proxy}. */
  default Optional<Text> standard(String name) {
    return Optional.empty();
  }

  /** The names of the modules that come with dvl. */
  default Collection<String> standard() {
    return List.of();
  }
}
