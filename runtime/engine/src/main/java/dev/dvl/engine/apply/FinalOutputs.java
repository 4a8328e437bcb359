package dev.dvl.engine.apply;

import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.plan.Plan;
import java.util.SortedMap;
import java.util.TreeMap;

/** The outputs of the program once everything has ended; what is still not known stays a term. */
record FinalOutputs(Session session, Environment known) {

  SortedMap<String, ApplyReport.Output> all() {
    SortedMap<String, ApplyReport.Output> found = new TreeMap<>();
    for (Plan.PlannedOutput output : session.plan().outputs()) {
      found.put(output.name(), new ApplyReport.Output(value(output.value()), output.secret()));
    }
    return found;
  }

  private Value value(Value planned) {
    try {
      return session.connections().evaluator().fill(planned, known);
    } catch (EvaluationProblem leftOpen) {
      return planned;
    }
  }
}
