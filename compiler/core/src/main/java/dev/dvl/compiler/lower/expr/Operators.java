package dev.dvl.compiler.lower.expr;

import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.List;

/** Operators and conditionals. */
final class Operators {
  private final Run run;
  private final Expressions expressions;
  private final boolean secretsAreKnown;

  Operators(Run run, Expressions expressions, boolean secretsAreKnown) {
    this.run = run;
    this.expressions = expressions;
    this.secretsAreKnown = secretsAreKnown;
  }

  Value unary(Expr.Unary unary, Scope scope) throws Failure {
    Value operand = expressions.value(unary.operand(), scope);
    return expressions.apply(unary.op().sign(), List.of(operand), unary.span());
  }

  Value binary(Expr.Binary binary, Scope scope) throws Failure {
    return switch (binary.op()) {
      case AND -> junction(binary, false, scope);
      case OR -> junction(binary, true, scope);
      case COALESCE -> coalesce(binary, scope);
      case EQUAL -> equality(binary, true, scope);
      case NOT_EQUAL -> equality(binary, false, scope);
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, IN, PLUS, MINUS, TIMES, DIVIDE ->
          strict(binary, scope);
      case RANGE, RANGE_EXCLUSIVE -> range(binary, scope);
    };
  }

  Value conditional(Expr.Conditional conditional, Scope scope) throws Failure {
    Value condition = expressions.value(conditional.condition(), scope);
    if (condition instanceof Value.Bool(boolean holds)) {
      return expressions.value(holds ? conditional.then() : conditional.otherwise(), scope);
    }
    Value then = expressions.perhaps(conditional.then(), condition, scope);
    Value otherwise = expressions.perhaps(conditional.otherwise(), condition, scope);
    return deferred("if", condition, then, otherwise);
  }

  private Value junction(Expr.Binary binary, boolean decides, Scope scope) throws Failure {
    Value left = expressions.value(binary.left(), scope);
    if (left instanceof Value.Bool(boolean holds)) {
      return holds == decides ? left : expressions.value(binary.right(), scope);
    }
    return deferred(binary.op().sign(), left, expressions.perhaps(binary.right(), left, scope));
  }

  private Value coalesce(Expr.Binary binary, Scope scope) throws Failure {
    Value left = expressions.value(binary.left(), scope);
    if (left instanceof Value.Deferred(Term term)) {
      return isSetSecret(term)
          ? left
          : deferred(binary.op().sign(), left, expressions.perhaps(binary.right(), left, scope));
    }
    return left.isNull() ? expressions.value(binary.right(), scope) : left;
  }

  private Value equality(Expr.Binary binary, boolean equal, Scope scope) throws Failure {
    Value left = expressions.value(binary.left(), scope);
    Value right = expressions.value(binary.right(), scope);
    return equality(left, right, equal, binary.span());
  }

  Value equality(Value left, Value right, boolean equal, Span span) throws Failure {
    if (isSetAgainstNull(left, right) || isSetAgainstNull(right, left)) {
      return Value.of(!equal);
    }
    return expressions.apply(equal ? "==" : "!=", List.of(left, right), span);
  }

  /** Whether a secret is set is public, and so is any other part that is there. */
  private boolean isSetAgainstNull(Value value, Value other) {
    return other.isNull() && value instanceof Value.Deferred(Term term) && isSetSecret(term);
  }

  private boolean isSetSecret(Term term) {
    return term instanceof Term.Secret && secretsAreKnown;
  }

  private Value strict(Expr.Binary binary, Scope scope) throws Failure {
    Value left = expressions.value(binary.left(), scope);
    Value right = expressions.value(binary.right(), scope);
    return expressions.apply(binary.op().sign(), List.of(left, right), binary.span());
  }

  /** The size is charged before the list is made. */
  private Value range(Expr.Binary binary, Scope scope) throws Failure {
    Value left = expressions.value(binary.left(), scope);
    Value right = expressions.value(binary.right(), scope);
    if (left instanceof Value.Int(long from) && right instanceof Value.Int(long to)) {
      boolean closed = binary.op() == Expr.BinaryOp.RANGE;
      run.budget().elements(size(from, to, closed), binary.span());
    }
    return expressions.apply(binary.op().sign(), List.of(left, right), binary.span());
  }

  private static long size(long from, long to, boolean closed) {
    if (to < from) {
      return 0;
    }
    long distance = to - from;
    boolean huge = distance < 0 || distance == Long.MAX_VALUE;
    return huge ? Long.MAX_VALUE / 2 : distance + (closed ? 1 : 0);
  }

  static Value deferred(String function, Value... arguments) {
    List<Term> terms = List.of(arguments).stream().map(Term::literal).toList();
    return new Value.Deferred(new Term.Call(function, terms));
  }
}
