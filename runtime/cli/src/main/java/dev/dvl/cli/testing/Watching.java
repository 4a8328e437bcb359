package dev.dvl.cli.testing;

import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.StandardFunctions;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.ir.TestCase;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.Summary;
import dev.dvl.engine.provider.Secrets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a plan tell the values that expectations are about: while planning, they are outputs of the
 * program among the others, so that they are filled in from live state just as those.
 */
final class Watching {
  private static final String MARK = "expect ";

  private Watching() {}

  /** The program with outputs for what the expectations of a phase are about. */
  static Program program(TestCase.Phase phase) {
    Program program = phase.program();
    List<Program.Output> outputs = new ArrayList<>(program.outputs());
    for (int step = 0; step < phase.steps().size(); step++) {
      if (phase.steps().get(step) instanceof TestCase.Expect expect) {
        List<Value> values = values(expect);
        for (int part = 0; part < values.size(); part++) {
          outputs.add(new Program.Output(name(step, part), values.get(part), false, expect.span()));
        }
      }
    }
    return new Program(
        program.module(),
        program.hosts(),
        program.instances(),
        outputs,
        program.checks(),
        program.parameters(),
        program.secrets(),
        program.files(),
        program.moves(),
        program.adoptions(),
        program.forgotten());
  }

  /** The condition, the message, and the parts. */
  private static List<Value> values(TestCase.Expect expect) {
    List<Value> values = new ArrayList<>(List.of(expect.holds(), expect.message()));
    expect.parts().forEach(part -> values.add(part.value()));
    return values;
  }

  private static String name(int step, int part) {
    return MARK + step + "." + part;
  }

  /** The plan without the outputs that are there for expectations. */
  static Plan shown(Plan plan) {
    return new Plan(
        plan.version(),
        plan.module(),
        plan.stack(),
        plan.parameters(),
        plan.secrets(),
        plan.files(),
        plan.contexts(),
        plan.hosts(),
        plan.objects(),
        plan.guarded(),
        plan.triggers(),
        plan.changes(),
        plan.ops(),
        plan.unchanged(),
        plan.held(),
        plan.checks(),
        plan.outputs().stream().filter(it -> !it.name().startsWith(MARK)).toList(),
        plan.notes());
  }

  /**
   * What the plan makes of the values of one expectation.
   *
   * @param secrets {@code Secrets.NONE} where the values are to be shown
   */
  static Value value(Plan plan, int step, int part, Secrets secrets) throws EvaluationProblem {
    Value planned =
        plan.outputs().stream()
            .filter(it -> it.name().equals(name(step, part)))
            .map(Plan.PlannedOutput::value)
            .findFirst()
            .orElse(Value.Null.NULL);
    return StandardFunctions.EVALUATOR.fill(planned, new Seen(counts(plan), secrets));
  }

  private static Map<String, Value> counts(Plan plan) {
    Map<String, Value> counts = new HashMap<>();
    counts.put(TestCase.variable(TestCase.EMPTY), Value.of(plan.isEmpty()));
    Summary.of(plan)
        .counts()
        .forEach((word, count) -> counts.put(TestCase.variable(word), Value.of((long) count)));
    return counts;
  }

  private record Seen(Map<String, Value> counts, Secrets secrets) implements Environment {
    @Override
    public Optional<Value> variable(String name) {
      return Optional.ofNullable(counts.get(name));
    }

    @Override
    public Optional<Value> secret(String name) {
      return secrets.get(name).map(Value::text);
    }
  }
}
