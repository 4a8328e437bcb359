package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;

/** {@code after = [db.healthy, app[*].ready, cache]}: states and resources to wait for. */
final class AfterTypes {
  private final Typing typing;

  AfterTypes(Typing typing) {
    this.typing = typing;
  }

  Type check(Expr expr, Context context) {
    Context states = context.withStates();
    if (expr instanceof Expr.ListLiteral list) {
      list.elements().forEach(element -> entry(element, states));
    } else {
      Type type = typing.infer(expr, states);
      if (!(type instanceof Type.ListOf) || !isWaitable(type)) {
        report(expr, type);
      }
    }
    return Shapes.WRONG;
  }

  private void entry(Expr element, Context context) {
    Type type = typing.infer(element, context);
    new Demands(typing).knownAndOpen(element, type, "what is waited for");
    if (!isWaitable(type)) {
      report(element, type);
    }
  }

  private static boolean isWaitable(Type type) {
    return switch (type) {
      case Type.StateOf _, Type.Ref _, Type.Keyed _, Type.Composite _, Type.Wrong _, Type.Null _ ->
          true;
      case Type.Maybe(Type inner) -> isWaitable(inner);
      case Type.ListOf(Type element, var shape) -> isWaitable(element);
      case Type.Union(var members) -> members.stream().allMatch(AfterTypes::isWaitable);
      case Type ignored -> false;
    };
  }

  private void report(Expr expr, Type type) {
    if (!Shapes.isWrong(type)) {
      typing.report(
          Diagnostic.at(
                  CheckCodes.AFTER,
                  expr.span(),
                  Article.quoted(TypeText.of(type)) + " is nothing that can be waited for")
              .note("Write a list of resources and states: `after = [network, db.healthy]`."));
    }
  }
}
