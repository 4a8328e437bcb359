package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Joins;
import dev.dvl.compiler.check.fit.Misfit;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;
import java.util.Optional;

/** {@code if c then a else b} and {@code a ?? b}. */
final class Choices {
  private final Typing typing;

  Choices(Typing typing) {
    this.typing = typing;
  }

  Type infer(Expr.Conditional choice, Context context) {
    Qualifiers condition = typing.condition(choice.condition(), context);
    Type then = typing.infer(choice.then(), then(choice, context));
    Type otherwise = typing.infer(choice.otherwise(), otherwise(choice, context));
    Type either = join(choice, then, otherwise);
    new Demands(typing).choosing(choice.condition(), condition, either);
    return Qualities.with(either, condition);
  }

  Type check(Expr.Conditional choice, Type wanted, Context context) {
    Qualifiers condition = typing.condition(choice.condition(), context);
    Type then = typing.check(choice.then(), wanted, then(choice, context));
    Type otherwise = typing.check(choice.otherwise(), wanted, otherwise(choice, context));
    Type both = Joins.of(then, otherwise).orElse(wanted);
    new Demands(typing).choosing(choice.condition(), condition, both);
    return typing.fit(choice, Qualities.with(both, condition), wanted);
  }

  Type infer(Expr.Binary coalesce, Context context) {
    Type left = typing.infer(coalesce.left(), context);
    Type right = right(coalesce.right(), present(left), context);
    return coalesced(coalesce, left, right);
  }

  Type check(Expr.Binary coalesce, Type wanted, Context context) {
    Type left = typing.infer(coalesce.left(), context);
    Type right = typing.check(coalesce.right(), wanted, context);
    Optional<Misfit> misfit = typing.fits().against(present(left), wanted);
    misfit.ifPresent(it -> typing.mismatches().report(coalesce.left(), left, wanted, it));
    return misfit.isPresent() || Shapes.isWrong(right)
        ? Shapes.WRONG
        : Qualities.with(Joins.of(present(left), right).orElse(wanted), Qualities.of(left));
  }

  /** The other value; a literal becomes what the first one is. */
  private Type right(Expr expr, Type left, Context context) {
    boolean literal = expr instanceof Expr.ListLiteral || expr instanceof Expr.ObjectLiteral;
    boolean parts = Shapes.collection(left).isPresent() || Shapes.map(left).isPresent();
    return literal && parts
        ? typing.check(expr, Qualities.with(left, Qualities.ANY), context.takingSecrets())
        : typing.infer(expr, context);
  }

  private Type coalesced(Expr.Binary coalesce, Type left, Type right) {
    return Qualities.with(join(coalesce, present(left), right), Qualities.of(left));
  }

  private static Type present(Type type) {
    return type instanceof Type.Null ? Shapes.NEVER : Shapes.present(type);
  }

  private Type join(Expr expr, Type left, Type right) {
    Optional<Type> joined = Joins.of(left, right);
    if (joined.isEmpty()) {
      typing.report(
          Diagnostic.at(
              CheckCodes.UNLIKE,
              expr.span(),
              "one is `" + TypeText.of(left) + "`, the other `" + TypeText.of(right) + "`"));
    }
    return joined.orElse(Shapes.WRONG);
  }

  private Context then(Expr.Conditional choice, Context context) {
    return context.and(typing.narrowing().whenTrue(choice.condition()));
  }

  private Context otherwise(Expr.Conditional choice, Context context) {
    return context.and(typing.narrowing().whenFalse(choice.condition()));
  }
}
