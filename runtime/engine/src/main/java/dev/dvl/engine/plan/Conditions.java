package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.diff.Known;
import dev.dvl.engine.plan.Plan.PlannedCheck;
import dev.dvl.engine.plan.input.PlanRequest;
import dev.dvl.engine.plan.judge.Fates;
import dev.dvl.engine.plan.judge.SteadyOutputs;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the program to its conditions on secrets and on outputs that stay as they are. What hangs
 * on more than that is left to the apply. No value of a secret is ever said.
 */
final class Conditions {
  private final Known known;
  private final List<PlannedCheck> left = new ArrayList<>();
  private final List<Diagnostic> broken = new ArrayList<>();

  private Conditions(Fates fates) {
    PlanRequest request = fates.matched().request();
    this.known = new Known(request.evaluator(), new SteadyOutputs(fates)::read, request.secrets());
  }

  /** What is left to hold the apply to; says which conditions do not hold. */
  static Outcome<List<PlannedCheck>> of(Fates fates) {
    Conditions conditions = new Conditions(fates);
    PlanRequest request = fates.matched().request();
    if (!request.options().destroy()) {
      request.program().checks().forEach(conditions::check);
    }
    return new Outcome<>(conditions.left, conditions.broken);
  }

  private void check(Program.Check check) {
    try {
      Value holds = known.computed(check.condition());
      if (holds.equals(Value.of(false))) {
        broken.add(broken(check, said(known, check)));
      } else if (!holds.equals(Value.of(true))) {
        left.add(left(known, check));
      }
    } catch (EvaluationProblem noResult) {
      broken.add(broken(check, noResult.getMessage()));
    }
  }

  private static PlannedCheck left(Known known, Program.Check check) {
    Value condition = known.open(new Value.Deferred(check.condition()));
    return new PlannedCheck(check.title(), condition, message(known, check));
  }

  private static Value message(Known known, Program.Check check) {
    return known.open(new Value.Deferred(check.message()));
  }

  private static String said(Known known, Program.Check check) {
    return message(known, check) instanceof Value.Text(String text) ? text : "this does not hold";
  }

  private static Diagnostic broken(Program.Check check, String text) {
    Diagnostic broken =
        Diagnostic.at(PlanCodes.CONDITION, check.origin(), text)
            .note("This is " + check.title() + ".");
    return check.condition().usesSecret()
        ? broken.note("It is about a secret, so the value is not shown.")
        : broken;
  }
}
