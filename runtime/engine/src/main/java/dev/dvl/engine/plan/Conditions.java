package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.diff.Known;
import dev.dvl.engine.plan.Plan.PlannedCheck;

/**
 * Holds the program to its conditions on secrets and on outputs that stay as they are. What hangs
 * on more than that is left to the apply. No value of a secret is ever said.
 */
final class Conditions implements PlanStep {
  @Override
  public void run(Draft draft) {
    if (draft.inputs.options().destroy()) {
      return;
    }
    Known known =
        new Known(
            draft.connections.evaluator(),
            new Steady(draft)::read,
            draft.connections.surroundings().secrets());
    draft.program.checks().forEach(check -> check(draft, known, check));
  }

  private static void check(Draft draft, Known known, Program.Check check) {
    try {
      Value holds = known.computed(check.condition());
      if (holds.equals(Value.of(false))) {
        draft.diagnostics.report(broken(check, said(known, check)));
      } else if (!holds.equals(Value.of(true))) {
        draft.checks.add(left(known, check));
      }
    } catch (EvaluationProblem noResult) {
      draft.diagnostics.report(broken(check, noResult.getMessage()));
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
