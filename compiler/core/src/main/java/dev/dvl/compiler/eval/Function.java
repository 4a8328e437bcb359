package dev.dvl.compiler.eval;

import dev.dvl.compiler.value.Value;
import java.util.List;

/** A standard function over known values: pure, total but for {@link EvaluationProblem}. */
@FunctionalInterface
public interface Function {
  Value apply(List<Value> arguments) throws EvaluationProblem;
}
