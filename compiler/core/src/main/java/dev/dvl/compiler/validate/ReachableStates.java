package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.Optional;

/** A state that is waited for can be reached as the resource is set. */
final class ReachableStates implements Rule {

  @Override
  public void check(Facts facts, RuleReport report) {
    for (Instance instance : facts.program().instances()) {
      for (Instance.Edge edge : instance.edges()) {
        if (edge instanceof Instance.Edge.After(var to, var state, var span) && state.isPresent()) {
          Optional<Instance> awaited = facts.instance(to);
          if (awaited.isPresent()) {
            check(facts, report, awaited.get(), state.get(), span);
          }
        }
      }
    }
  }

  private static void check(
      Facts facts, RuleReport report, Instance awaited, String state, Span span) {
    Optional<Term> requires = facts.kind(awaited).state(state).flatMap(KindSchema.State::requires);
    if (requires.isEmpty()) {
      return;
    }
    Unevaluated open = new Unevaluated("what `" + state + "` requires", awaited.address(), span);
    try {
      Value holds = facts.reduce(requires.get(), awaited, Value.Null.NULL);
      if (holds.equals(Value.of(false))) {
        report.add(
            Diagnostic.at(
                    RuleCodes.STATE,
                    span,
                    "`" + awaited.address() + "` as it is set never becomes `" + state + "`")
                .label(awaited.origin(), "declared here"));
      } else if (holds instanceof Value.Deferred) {
        report.open(open);
      }
    } catch (EvaluationProblem e) {
      report.open(open);
    }
  }
}
