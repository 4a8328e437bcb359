package dev.dvl.cli.testing;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.ir.TestCase;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.provider.Secrets;
import java.util.Optional;

/** Holds one condition of a test against a plan. Secrets count, and are not shown. */
record Expectation(TestCase.Expect expect, int step, Plan plan) {
  private static final int MESSAGE = 1;
  private static final int PARTS = 2;

  /** What is wrong; empty where the condition holds. */
  Optional<Diagnostic> broken(Secrets secrets) {
    try {
      Value holds = Watching.value(plan, step, 0, secrets);
      if (holds.equals(Value.of(true))) {
        return Optional.empty();
      }
      if (holds.equals(Value.of(false))) {
        return Optional.of(explained(Diagnostic.at(TestingCodes.NOT_SO, expect.span(), text())));
      }
      return Optional.of(
          explained(Diagnostic.at(TestingCodes.NO_VALUE, expect.span(), "this is not known yet"))
              .note("What a platform tells is known after `apply`."));
    } catch (EvaluationProblem problem) {
      return Optional.of(
          Diagnostic.at(TestingCodes.NO_VALUE, expect.span(), "this has no value")
              .note("It fails: " + problem.getMessage() + "."));
    }
  }

  private String text() throws EvaluationProblem {
    Value message = Watching.value(plan, step, MESSAGE, Secrets.NONE);
    return message instanceof Value.Text(String text) ? text : "this does not hold";
  }

  private Diagnostic explained(Diagnostic diagnostic) {
    Diagnostic explained = diagnostic;
    for (int part = 0; part < expect.parts().size(); part++) {
      explained = explained.label(expect.parts().get(part).span(), shown(part));
    }
    return explained;
  }

  private String shown(int part) {
    try {
      Value value = Watching.value(plan, step, PARTS + part, Secrets.NONE);
      if (value.isKnown()) {
        return "this is " + ValueText.of(value);
      }
      return value.anyTerm(Term.Secret.class::isInstance)
          ? "this is secret"
          : "this is known after `apply`";
    } catch (EvaluationProblem guarded) {
      return "this has no value";
    }
  }
}
