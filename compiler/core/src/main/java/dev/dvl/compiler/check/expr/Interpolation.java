package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;
import dev.dvl.compiler.value.Value;
import java.util.Optional;

/** Texts; what stands in one is text, a number or a bool. */
final class Interpolation {
  private final Typing typing;

  Interpolation(Typing typing) {
    this.typing = typing;
  }

  Type infer(Expr.Text text, Context context) {
    Optional<String> literal = text.literal();
    if (literal.isPresent()) {
      return new Type.Literal(Value.text(literal.get()), Qualifiers.PLAIN);
    }
    Qualifiers qualifiers = Qualifiers.PLAIN;
    for (Expr.Part part : text.parts()) {
      if (part instanceof Expr.Part.Hole(var ignored, Expr inner)) {
        qualifiers = qualifiers.or(hole(inner, context));
      }
    }
    return Shapes.scalar(ScalarKind.STRING, qualifiers);
  }

  private Qualifiers hole(Expr inner, Context context) {
    Type type = typing.infer(inner, context);
    if (!hasText(type)) {
      typing.report(problem(inner, type));
    }
    return Qualities.of(type);
  }

  private static boolean hasText(Type type) {
    return Shapes.isWrong(type)
        || Shapes.kind(type)
            .filter(kind -> Shapes.isText(kind) || Shapes.isNumber(kind) || kind == ScalarKind.BOOL)
            .isPresent()
        || (type instanceof Type.Union(var members)
            && members.stream().allMatch(Interpolation::hasText));
  }

  private static Diagnostic problem(Expr inner, Type type) {
    Diagnostic wrong =
        Diagnostic.at(
            CheckCodes.INTERPOLATION,
            inner.span(),
            Article.quoted(TypeText.of(type)) + " cannot stand in a text");
    return switch (type) {
      case Type.Maybe ignored ->
          Diagnostic.at(CheckCodes.MAY_BE_NULL, inner.span(), "this may be null")
              .note("Give another value with `??`, or look first with `if … != null`.");
      case Type.Ref ref ->
          wrong.note(
              "This is a whole `" + ref.target() + "`; read what is meant, such as its `name`.");
      case Type.Keyed ignored ->
          wrong.note("The resource has keys: name one with `[…]`, or list all with `[*]`.");
      case Type other ->
          Shapes.kind(other).filter(Shapes::isQuantity).isPresent()
              ? wrong.note("Say in which unit: `${in_unit(q, \"MiB\")}`.")
              : wrong;
    };
  }
}
