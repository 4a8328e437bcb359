package dev.dvl.compiler.lower.convert;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.StandardFunctions;
import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.lower.run.LoweringReport;
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
public final class Conditions {
  public static final String NEVER = "this never holds";
  private static final String TITLE = "a condition of a type";

  private final LoweringReport report;
  private final Set<Term> told = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Program.Check> left = new ArrayList<>();

  Conditions(LoweringReport report) {
    this.report = report;
  }

  /** Conditions on values that are not known yet. */
  public List<Program.Check> left() {
    return List.copyOf(left);
  }

  /** From now on, what fails because of a rule is a further one of a mistake that has been told. */
  public void hasBeenTold(Term rule) {
    told.add(rule);
  }

  /** What a rule comes to, given what its names mean: a default may read the fields beside it. */
  public Value value(Term term, Map<String, Value> around, Span span) throws Failure {
    if (told.contains(term)) {
      throw Failure.told();
    }
    try {
      return StandardFunctions.EVALUATOR.reduce(term, environment(around));
    } catch (EvaluationProblem e) {
      throw Failure.at(LowerCodes.NO_RESULT, span, e.getMessage());
    }
  }

  /**
   * Holds a value of a type to a condition.
   *
   * @param text what is wrong where the condition has no message of its own
   */
  void require(Type.Condition condition, Value it, Type type, Span span, String text)
      throws Failure {
    Map<String, Value> around = Map.of("it", it);
    Optional<Term> message = condition.message().filter(term -> mayBeShown(term, type));
    Value holds = holds(condition, around, type, span);
    if (holds.equals(Value.of(true))) {
      return;
    }
    if (holds instanceof Value.Deferred(Term open)) {
      Value said = message.isPresent() ? value(message.get(), around, span) : Value.text(text);
      leave(TITLE, open, it, said, span);
      return;
    }
    String said = message.isPresent() ? said(value(message.get(), around, span)) : "";
    Diagnostic forbidden =
        Diagnostic.at(LowerCodes.FORBIDDEN, span, text + (said.isEmpty() ? "" : ": " + said));
    throw new Failure(forbidden.note(ShownValue.sentence(it, type)));
  }

  /** Why there is no result may tell what the value is. */
  private Value holds(Type.Condition condition, Map<String, Value> around, Type type, Span span)
      throws Failure {
    try {
      return value(condition.term(), around, span);
    } catch (Failure e) {
      throw ShownValue.isSecret(type) && e.diagnostic().isPresent() ? hidden(span) : e;
    }
  }

  /** A message that reads a secret value would show it. */
  private static boolean mayBeShown(Term message, Type type) {
    return !ShownValue.isSecret(type) || !message.anyLeaf(Term.Var.class::isInstance);
  }

  public static Failure hidden(Span span) {
    return Failure.at(LowerCodes.NO_RESULT, span, "a condition on this secret value has no result");
  }

  /**
   * Keeps a condition that hangs on something later or secret, for when that is known. Null is not
   * held to conditions, also where it turns out to be null only then.
   *
   * @param title what it is a condition of: {@code the condition of `copies` of `shop`}
   */
  public void leave(String title, Term open, Value it, Value message, Span span) {
    if (LoweringReport.isOpen(open)) {
      report.leave(span, title);
      return;
    }
    Term absent = Term.call("==", Term.literal(it), Term.literal(Value.Null.NULL));
    Term condition = it instanceof Value.Deferred ? Term.call("||", absent, open) : open;
    left.add(new Program.Check(title, condition, Term.literal(message), span));
  }

  public static String said(Value message) {
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
