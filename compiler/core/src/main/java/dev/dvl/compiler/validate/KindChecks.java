package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.Optional;
import java.util.Set;

/** What a kind says about the attributes of one instance together. */
final class KindChecks implements Rule {

  @Override
  public void check(Facts facts, RuleReport report) {
    for (Instance instance : facts.all()) {
      for (KindSchema.Check check : facts.kind(instance).checks()) {
        for (Type.Condition assertion : check.assertions()) {
          check(facts, report, instance, check, assertion);
        }
      }
    }
  }

  private static void check(
      Facts facts,
      RuleReport report,
      Instance instance,
      KindSchema.Check check,
      Type.Condition assertion) {
    try {
      Value holds = facts.reduce(assertion.term(), instance, Value.Null.NULL);
      if (holds.equals(Value.of(false))) {
        report.add(fails(facts, instance, check, assertion));
      } else if (holds instanceof Value.Deferred) {
        report.open(open(instance, check));
      }
    } catch (EvaluationProblem e) {
      report.open(open(instance, check));
    }
  }

  private static Unevaluated open(Instance instance, KindSchema.Check check) {
    return new Unevaluated(
        "the check `" + check.title() + "` of " + instance.kind(),
        instance.address(),
        instance.origin());
  }

  private static Diagnostic fails(
      Facts facts, Instance instance, KindSchema.Check check, Type.Condition assertion)
      throws EvaluationProblem {
    Optional<Term> message = assertion.message();
    Value said =
        message.isPresent()
            ? facts.reduce(message.get(), instance, Value.Null.NULL)
            : Value.text("`" + check.title() + "` does not hold");
    String text = said instanceof Value.Text(String words) ? words : check.title();
    Set<Span> places = Mentioned.of(assertion.term(), instance);
    Span primary = places.isEmpty() ? instance.origin() : places.iterator().next();
    Diagnostic fails = Diagnostic.at(RuleCodes.CHECK, primary, text);
    for (Span place : places) {
      fails = place.equals(primary) ? fails : fails.label(place, "together with this");
    }
    return places.isEmpty()
        ? fails
        : fails.label(instance.origin(), "in `" + instance.address() + "`");
  }
}
