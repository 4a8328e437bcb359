package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;

/** {@code replace_when = [a, b]}: a list of values of any types. */
final class ReplaceWhen {
  private final Typing typing;

  ReplaceWhen(Typing typing) {
    this.typing = typing;
  }

  Type check(Expr expr, Context context) {
    if (expr instanceof Expr.ListLiteral list) {
      list.elements().forEach(element -> value(element, context));
      return Shapes.WRONG;
    }
    Type type = value(expr, context);
    boolean list = type instanceof Type.ListOf || type instanceof Type.SetOf;
    if (!list && !Shapes.isWrong(type)) {
      typing.report(
          Diagnostic.at(
              CheckCodes.MISMATCH,
              expr.span(),
              "expected a list of values, found `" + TypeText.of(type) + "`"));
    }
    return Shapes.WRONG;
  }

  private Type value(Expr expr, Context context) {
    Type type = typing.infer(expr, context);
    new Demands(typing).noComponent(expr, type, "what replaces a resource");
    return type;
  }
}
