package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.Arguments.function;

import dev.dvl.compiler.value.Value;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Functions over sets; a list counts as the set of its elements. */
final class SetFunctions {
  private SetFunctions() {}

  static final Map<String, Function> FUNCTIONS =
      Map.of(
          "union", function(SetFunctions::union),
          "intersect", function(SetFunctions::intersect),
          "difference", function(SetFunctions::difference),
          "is_subset",
              function(it -> Value.of(new HashSet<>(it.elements(1)).containsAll(it.elements(0)))));

  private static Value union(Arguments it) throws EvaluationProblem {
    Set<Value> all = new LinkedHashSet<>();
    for (int i = 0; i < it.values().size(); i++) {
      all.addAll(it.elements(i));
      CollectionFunctions.checkSize(all.size());
    }
    return Value.SetOf.of(all);
  }

  private static Value intersect(Arguments it) throws EvaluationProblem {
    Set<Value> common = new LinkedHashSet<>(it.elements(0));
    for (int i = 1; i < it.values().size(); i++) {
      common.retainAll(new HashSet<>(it.elements(i)));
    }
    return Value.SetOf.of(common);
  }

  private static Value difference(Arguments it) throws EvaluationProblem {
    Set<Value> left = new LinkedHashSet<>(it.elements(0));
    it.elements(1).forEach(left::remove);
    return Value.SetOf.of(left);
  }
}
