package dev.dvl.compiler.lower;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.StandardFunctions;
import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Defaults and conditions of types, which are terms over {@code it}. */
final class Conditions {
  static final String NEVER = "this never holds";

  private final Session session;
  private final Set<Term> told = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Program.Check> left = new ArrayList<>();

  Conditions(Session session) {
    this.session = session;
  }

  /** Conditions on values that are not known yet. */
  List<Program.Check> left() {
    return List.copyOf(left);
  }

  /** From now on, what fails because of a rule is a further one of a mistake that has been told. */
  void hasBeenTold(Term rule) {
    told.add(rule);
  }

  /** What a rule comes to, given what its names mean: a default may read the fields beside it. */
  Value value(Term term, Map<String, Value> around, Span span) throws Failure {
    if (told.contains(term)) {
      throw Failure.told();
    }
    try {
      return StandardFunctions.EVALUATOR.reduce(term, environment(around));
    } catch (EvaluationProblem e) {
      throw Failure.at(LowerCodes.NO_RESULT, span, e.getMessage());
    }
  }

  /** {@code text} says what is wrong where the condition has no message of its own. */
  void require(Type.Condition condition, Value it, Span span, String text) throws Failure {
    Map<String, Value> around = Map.of("it", it);
    Value holds = value(condition.term(), around, span);
    if (holds.equals(Value.of(true))) {
      return;
    }
    if (holds instanceof Value.Deferred(Term open)) {
      leave(condition, open, around, span);
      return;
    }
    Optional<Term> message = condition.message();
    String said = message.isPresent() ? said(value(message.get(), around, span)) : "";
    Diagnostic forbidden =
        Diagnostic.at(LowerCodes.FORBIDDEN, span, text + (said.isEmpty() ? "" : ": " + said));
    throw new Failure(forbidden.note("The value is " + ValueText.of(it) + "."));
  }

  private void leave(Type.Condition condition, Term open, Map<String, Value> around, Span span)
      throws Failure {
    Value message =
        condition.message().isPresent()
            ? value(condition.message().get(), around, span)
            : Value.text("a condition of its type does not hold");
    leave(open, message, span);
  }

  /** Keeps a condition that hangs on something later, for when that is known. */
  void leave(Term open, Value message, Span span) {
    if (session.parameters.isOpen(open)) {
      session.leave(span, "a condition of a type");
    } else {
      left.add(new Program.Check("condition of a type", open, Term.literal(message), span));
    }
  }

  static String said(Value message) {
    return message instanceof Value.Text(String text) ? text : ValueText.of(message);
  }

  private static Environment environment(Map<String, Value> around) {
    return new Environment() {
      @Override
      public Optional<Value> variable(String name) {
        return Optional.ofNullable(around.get(name));
      }
    };
  }
}
