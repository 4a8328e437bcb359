package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Dimensions;
import dev.dvl.compiler.check.fit.Joins;
import dev.dvl.compiler.check.fit.OperandHints;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Expr.BinaryOp;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;
import java.util.Optional;
import java.util.Set;

/** Operators, but for {@code ??}. */
final class Operators {
  private final Typing typing;
  private final Comparisons comparisons;

  Operators(Typing typing) {
    this.typing = typing;
    this.comparisons = new Comparisons(typing, this);
  }

  Type infer(Expr.Unary unary, Context context) {
    return switch (unary.op()) {
      case NOT -> Shapes.scalar(ScalarKind.BOOL, typing.condition(unary.operand(), context));
      case NEGATE -> negated(unary, context);
    };
  }

  private Type negated(Expr.Unary unary, Context context) {
    Type type = typing.infer(unary.operand(), context);
    Optional<ScalarKind> kind = Shapes.kind(type);
    if (kind.filter(it -> Shapes.isNumber(it) || Shapes.isQuantity(it)).isPresent()) {
      ScalarKind result = kind.get() == ScalarKind.PORT ? ScalarKind.INT : kind.get();
      return Shapes.scalar(result, Qualities.of(type));
    }
    if (!Shapes.isWrong(type)) {
      typing.report(
          Diagnostic.at(
              CheckCodes.OPERANDS,
              unary.operand().span(),
              Article.quoted(TypeText.of(type)) + " cannot be negated"));
    }
    return Shapes.WRONG;
  }

  Type infer(Expr.Binary binary, Context context) {
    return switch (binary.op()) {
      case AND -> logical(binary, context, typing.narrowing().whenTrue(binary.left()));
      case OR -> logical(binary, context, typing.narrowing().whenFalse(binary.left()));
      case EQUAL, NOT_EQUAL -> comparisons.equality(binary, context);
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> comparisons.order(binary, context);
      case IN -> comparisons.membership(binary, context);
      case RANGE, RANGE_EXCLUSIVE -> range(binary, context);
      case PLUS, MINUS, TIMES, DIVIDE -> arithmetic(binary, context);
      case COALESCE -> Shapes.WRONG;
    };
  }

  private Type logical(Expr.Binary binary, Context context, Set<String> facts) {
    Qualifiers left = typing.condition(binary.left(), context);
    Qualifiers right = typing.condition(binary.right(), context.and(facts));
    return Shapes.scalar(ScalarKind.BOOL, left.or(right));
  }

  private Type range(Expr.Binary binary, Context context) {
    Type left = typing.infer(binary.left(), context);
    Type right = typing.infer(binary.right(), context);
    if (isWhole(left) && isWhole(right)) {
      Qualifiers qualifiers = Qualities.of(left).or(Qualities.of(right));
      return new Type.ListOf(Shapes.scalar(ScalarKind.INT, qualifiers), qualifiers);
    }
    return unfit(binary, left, right);
  }

  private static boolean isWhole(Type type) {
    return Shapes.kind(type)
        .filter(kind -> kind == ScalarKind.INT || kind == ScalarKind.PORT)
        .isPresent();
  }

  private Type arithmetic(Expr.Binary binary, Context context) {
    Type left = typing.infer(binary.left(), context);
    Type right = typing.infer(binary.right(), context);
    Qualifiers qualifiers = Qualities.of(left).or(Qualities.of(right));
    Optional<ScalarKind> a = Shapes.kind(left);
    Optional<ScalarKind> b = Shapes.kind(right);
    if (a.isPresent() && b.isPresent()) {
      return Dimensions.result(binary.op(), a.get(), b.get())
          .map(kind -> Shapes.scalar(kind, qualifiers))
          .orElseGet(() -> unfit(binary, left, right));
    }
    boolean joins = binary.op() == BinaryOp.PLUS && isCollection(left) && isCollection(right);
    return joins
        ? Joins.of(left, right).orElseGet(() -> unfit(binary, left, right))
        : unfit(binary, left, right);
  }

  private static boolean isCollection(Type type) {
    return type instanceof Type.ListOf || type instanceof Type.SetOf || type instanceof Type.MapOf;
  }

  Type unfit(Expr.Binary binary, Type left, Type right) {
    if (Shapes.isWrong(left) || Shapes.isWrong(right)) {
      return Shapes.WRONG;
    }
    if (left instanceof Type.Maybe || right instanceof Type.Maybe) {
      Expr guilty = left instanceof Type.Maybe ? binary.left() : binary.right();
      typing.report(
          Diagnostic.at(CheckCodes.MAY_BE_NULL, guilty.span(), "this may be null")
              .note("Give another value with `??`, or look first with `if … != null`."));
      return Shapes.WRONG;
    }
    Diagnostic wrong =
        Diagnostic.at(
                CheckCodes.OPERANDS,
                binary.opSpan(),
                "`" + binary.op().sign() + "` does not take these two")
            .label(binary.left().span(), "this is `" + TypeText.of(left) + "`")
            .label(binary.right().span(), "this is `" + TypeText.of(right) + "`");
    typing.report(OperandHints.of(binary.op(), left, right).map(wrong::note).orElse(wrong));
    return Shapes.WRONG;
  }
}
