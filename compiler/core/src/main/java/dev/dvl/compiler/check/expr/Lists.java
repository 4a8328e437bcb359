package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Joins;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists as they are written; they become what is wanted of them. */
final class Lists {
  private final Typing typing;

  Lists(Typing typing) {
    this.typing = typing;
  }

  Type infer(Expr.ListLiteral list, Context context) {
    List<Type> elements = new ArrayList<>();
    for (Expr element : list.elements()) {
      elements.add(typing.infer(element, context));
    }
    Optional<Type> joined = Joins.of(elements);
    if (joined.isEmpty()) {
      typing.report(
          Diagnostic.at(CheckCodes.UNLIKE, list.span(), "the elements have no common type"));
    }
    return new Type.ListOf(joined.orElse(Shapes.WRONG), Qualifiers.PLAIN);
  }

  Type check(Expr.ListLiteral list, Type wanted, Context context) {
    Optional<Type> collection = Shapes.collection(wanted);
    if (collection.isEmpty()) {
      return typing.fit(list, infer(list, context), wanted);
    }
    Type element = Shapes.element(collection.get());
    Stage stage = Stage.KNOWN;
    for (Expr expr : list.elements()) {
      stage = stage.or(Qualities.of(typing.check(expr, element, context)).stage());
    }
    return like(collection.get(), Qualities.at(stage, element), Qualifiers.PLAIN);
  }

  /** A list or set, as {@code collection} is one, of other elements. */
  static Type like(Type collection, Type element, Qualifiers shape) {
    return collection instanceof Type.SetOf
        ? new Type.SetOf(element, shape)
        : new Type.ListOf(element, shape);
  }
}
