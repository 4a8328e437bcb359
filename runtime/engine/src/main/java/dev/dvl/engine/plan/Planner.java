package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.plan.identity.Identification;
import dev.dvl.engine.plan.identity.Ownership;
import dev.dvl.engine.plan.input.PlanInputs;
import dev.dvl.engine.plan.input.PlanRequest;
import dev.dvl.engine.plan.reading.Selection;
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
          new Forgotten(),
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
    Outcome<Ownership> identified =
        Selection.of(new PlanRequest(program, kinds, inputs, connections))
            .then(it -> Identification.of(it, List.of(program.hosts())));
    Draft draft = new Draft(identified.value());
    draft.diagnostics.reportAll(identified.diagnostics());
    STEPS.forEach(step -> step.run(draft));
    return new Outcome<>(new Finish(draft).plan(), draft.diagnostics.sorted());
  }
}
