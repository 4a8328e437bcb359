package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.plan.input.PlanInputs;
import java.util.List;

/**
 * The door of planning: compares a program with live state and plans the difference.
 *
 * <p>Planning reads hosts and changes nothing. The result does not depend on the order in which
 * hosts answer. With an error among the diagnostics the plan may be shown, and must not be applied.
 */
public final class Planner {
  private static final List<PlanStep> STEPS =
      List.of(
          new Select(),
          new ReadHosts(),
          new LeftHosts(),
          new Match(),
          new Adopt(),
          new SpareLines(),
          new Strangers(),
          new Decide(),
          new Remove(),
          new LastChanges(),
          new Renamed(),
          new Loss(),
          new PlanOps(),
          new Connect(),
          new Capacities(),
          new Conditions(),
          new Foresee(),
          new NeededSecrets(),
          new NeededFiles());

  private Planner() {}

  public static Outcome<Plan> plan(
      Program program, Kinds kinds, PlanInputs inputs, Connections connections) {
    Draft draft = new Draft(program, kinds, inputs, connections);
    STEPS.forEach(step -> step.run(draft));
    return new Outcome<>(new Finish(draft).plan(), draft.diagnostics.sorted());
  }
}
