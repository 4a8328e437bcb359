package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.Arguments.function;

import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What kinds ask of files and of the folders that they lie in. */
final class FolderFunctions {
  private FolderFunctions() {}

  static final Map<String, Function> FUNCTIONS =
      Map.of("below", function(FolderFunctions::below), "clean", function(FolderFunctions::clean));

  /** {@code clean(paths)}: each as the shortest path that leads to the same place. */
  private static Value clean(Arguments it) throws EvaluationProblem {
    List<Value> found = new ArrayList<>();
    for (Value path : it.elements(0)) {
      found.add(Value.text(PosixPath.clean(new Arguments(List.of(path)).text(0))));
    }
    return new Value.ListOf(found);
  }

  /**
   * {@code below(paths, folders, marks, mark)}: the paths whose nearest folder bears the mark. Each
   * folder has its mark at the same position; a path in none of them counts as bearing null.
   */
  private static Value below(Arguments it) throws EvaluationProblem {
    Map<List<String>, Value> marks = new HashMap<>();
    List<Value> folders = it.elements(1);
    for (int i = 0; i < folders.size(); i++) {
      marks.put(parts(folders.get(i)), it.elements(2).get(i));
    }
    List<Value> found = new ArrayList<>();
    for (Value path : it.elements(0)) {
      if (Equality.equal(nearest(parts(path), marks), it.at(3))) {
        found.add(path);
      }
    }
    return new Value.ListOf(found);
  }

  private static Value nearest(List<String> path, Map<List<String>, Value> marks) {
    for (int length = path.size(); length >= 0; length--) {
      Value mark = marks.get(path.subList(0, length));
      if (mark != null) {
        return mark;
      }
    }
    return Value.Null.NULL;
  }

  /** The names on the way to a file: none of {@code /}. */
  private static List<String> parts(Value path) throws EvaluationProblem {
    return PosixPath.names(new Arguments(List.of(path)).text(0));
  }
}
