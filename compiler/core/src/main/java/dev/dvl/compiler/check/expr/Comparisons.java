package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.Requalified;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;
import java.util.Optional;

/** Comparison, equality and {@code in}. */
final class Comparisons {
  private static final Qualifiers ANY = new Qualifiers(Stage.LATER, true);

  private final Typing typing;
  private final Operators operators;

  Comparisons(Typing typing, Operators operators) {
    this.typing = typing;
    this.operators = operators;
  }

  Type order(Expr.Binary binary, Context context) {
    Type left = typing.infer(binary.left(), context);
    Type right = typing.infer(binary.right(), context);
    Optional<ScalarKind> a = Shapes.kind(left);
    Optional<ScalarKind> b = Shapes.kind(right);
    boolean comparable = a.isPresent() && b.isPresent() && comparable(a.get(), b.get());
    return comparable ? bool(left, right) : operators.unfit(binary, left, right);
  }

  private static boolean comparable(ScalarKind left, ScalarKind right) {
    return (Shapes.isNumber(left) && Shapes.isNumber(right))
        || (Shapes.isQuantity(left) && left == right)
        || (left == ScalarKind.STRING && right == ScalarKind.STRING);
  }

  Type equality(Expr.Binary binary, Context context) {
    Type left = typing.infer(binary.left(), context);
    Type right = typing.infer(binary.right(), context);
    if (left instanceof Type.Null || right instanceof Type.Null) {
      return againstNull(left, right);
    }
    if (!mayBeEqual(left, right)) {
      typing.report(
          Diagnostic.at(CheckCodes.COMPARISON, binary.opSpan(), "these two are never equal")
              .label(binary.left().span(), "this is `" + TypeText.of(left) + "`")
              .label(binary.right().span(), "this is `" + TypeText.of(right) + "`"));
      return Shapes.WRONG;
    }
    return bool(left, right);
  }

  /** Whether something is set is public, also of a secret. */
  private static Type againstNull(Type left, Type right) {
    Stage stage = left.qualifiers().stage().or(right.qualifiers().stage());
    return Shapes.scalar(ScalarKind.BOOL, new Qualifiers(stage, false));
  }

  private boolean mayBeEqual(Type left, Type right) {
    Type a = bare(left);
    Type b = bare(right);
    if (typing.fits().accepts(b, a) || typing.fits().accepts(a, b)) {
      return true;
    }
    for (Type one : Shapes.members(a)) {
      for (Type other : Shapes.members(b)) {
        if (alike(one, other)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean alike(Type left, Type right) {
    if (left instanceof Type.Literal && right instanceof Type.Literal) {
      return left.equals(right);
    }
    Optional<ScalarKind> a = Shapes.kind(left);
    Optional<ScalarKind> b = Shapes.kind(right);
    if (a.isPresent() && b.isPresent()) {
      return a.get() == b.get()
          || (Shapes.isText(a.get()) && Shapes.isText(b.get()))
          || (Shapes.isNumber(a.get()) && Shapes.isNumber(b.get()));
    }
    return typing.fits().accepts(right, left) || typing.fits().accepts(left, right);
  }

  private static Type bare(Type type) {
    return Requalified.each(Shapes.present(type), was -> ANY);
  }

  Type membership(Expr.Binary binary, Context context) {
    Type element = typing.infer(binary.left(), context);
    Type in = typing.infer(binary.right(), context);
    Optional<Type> wanted = wanted(in);
    if (wanted.isEmpty()) {
      return operators.unfit(binary, element, in);
    }
    if (!mayBeEqual(element, wanted.get())) {
      typing.report(
          Diagnostic.at(CheckCodes.COMPARISON, binary.opSpan(), "this is never in there")
              .label(binary.left().span(), "this is `" + TypeText.of(element) + "`")
              .label(binary.right().span(), "this is `" + TypeText.of(in) + "`"));
      return Shapes.WRONG;
    }
    return bool(element, in);
  }

  private static Optional<Type> wanted(Type in) {
    return switch (in) {
      case Type.ListOf(Type element, var ignored) -> Optional.of(element);
      case Type.SetOf(Type element, var ignored) -> Optional.of(element);
      case Type.MapOf ignored -> Optional.of(Type.of(ScalarKind.STRING));
      case Type.ObjectOf ignored -> Optional.of(Type.of(ScalarKind.STRING));
      case Type.Keyed keyed -> Optional.of(Type.of(keyed.keys().getFirst()));
      case Type ignored -> Optional.empty();
    };
  }

  private static Type bool(Type left, Type right) {
    return Shapes.scalar(ScalarKind.BOOL, Qualities.of(left).or(Qualities.of(right)));
  }
}
