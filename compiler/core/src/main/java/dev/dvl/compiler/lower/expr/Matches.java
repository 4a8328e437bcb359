package dev.dvl.compiler.lower.expr;

import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.value.Value;
import java.util.List;

/**
 * {@code match}: the arm that has the value, and no other, is computed where the value is known.
 */
final class Matches {
  private final Expressions expressions;
  private final Operators operators;

  Matches(Expressions expressions, Operators operators) {
    this.expressions = expressions;
    this.operators = operators;
  }

  Value value(Expr.Match match, Scope scope) throws Failure {
    Value subject = expressions.value(match.subject(), scope);
    return among(match.arms(), subject, scope);
  }

  private Value among(List<Expr.Arm> arms, Value subject, Scope scope) throws Failure {
    for (int i = 0; i < arms.size(); i++) {
      Expr.Arm arm = arms.get(i);
      Value holds = i == arms.size() - 1 ? Value.of(true) : holds(arm, subject, scope);
      if (holds.equals(Value.of(true))) {
        return expressions.value(arm.value(), scope);
      }
      if (holds instanceof Value.Deferred) {
        Value then = expressions.perhaps(arm.value(), holds, scope);
        Value otherwise = among(arms.subList(i + 1, arms.size()), subject, scope);
        return Operators.deferred("if", holds, then, otherwise);
      }
    }
    throw Failure.told();
  }

  /** The last arm is not asked: since all values have one, it has what is left. */
  private Value holds(Expr.Arm arm, Value subject, Scope scope) throws Failure {
    Value holds = Value.of(arm.patterns().isEmpty());
    for (Expr pattern : arm.patterns()) {
      Value one =
          operators.equality(subject, expressions.value(pattern, scope), true, pattern.span());
      if (one.equals(Value.of(true))) {
        return one;
      }
      if (one instanceof Value.Deferred) {
        holds = holds instanceof Value.Deferred ? Operators.deferred("||", holds, one) : one;
      }
    }
    return holds;
  }
}
