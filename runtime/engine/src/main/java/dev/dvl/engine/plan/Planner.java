package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.plan.identity.Identification;
import dev.dvl.engine.plan.input.PlanInputs;
import dev.dvl.engine.plan.input.PlanRequest;
import dev.dvl.engine.plan.judge.Judging;
import dev.dvl.engine.plan.order.Ordering;
import dev.dvl.engine.plan.reading.HostLayers;
import dev.dvl.engine.plan.reading.Selection;

/**
 * The door of planning: compares a program with live state and plans the difference.
 *
 * <p>Planning reads hosts and changes nothing. The result does not depend on the order in which
 * hosts answer. With an error among the diagnostics the plan may be shown, and must not be applied.
 */
public final class Planner {
  private Planner() {}

  public static Outcome<Plan> plan(
      Program program, Kinds kinds, PlanInputs inputs, Connections connections) {
    Outcome<Plan> plan =
        Selection.of(new PlanRequest(program, kinds, inputs, connections))
            .then(selected -> Identification.of(selected, HostLayers.of(selected)))
            .then(Judging::of)
            .then(Ordering::of)
            .then(Assembly::of);
    Diagnostics all = new Diagnostics();
    all.reportAll(plan.diagnostics());
    return new Outcome<>(plan.value(), all.sorted());
  }
}
