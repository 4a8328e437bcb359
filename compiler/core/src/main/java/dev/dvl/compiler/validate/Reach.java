package dev.dvl.compiler.validate;

import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.Optional;

/** Whether a resource, as it is set, comes to a state of its kind. */
enum Reach {
  POSSIBLE,
  NEVER,
  /** What decides it is known later, or is secret. */
  OPEN;

  static Reach of(Facts facts, Instance instance, String state) {
    Optional<Term> requires = facts.kind(instance).state(state).flatMap(KindSchema.State::requires);
    if (requires.isEmpty()) {
      return POSSIBLE;
    }
    try {
      Value holds = facts.reduce(requires.get(), instance, Value.Null.NULL);
      return holds instanceof Value.Deferred
          ? OPEN
          : holds.equals(Value.of(false)) ? NEVER : POSSIBLE;
    } catch (EvaluationProblem e) {
      return OPEN;
    }
  }

  static Unevaluated open(Instance instance, String state, Span span) {
    return new Unevaluated("what `" + state + "` requires", instance.address(), span);
  }
}
