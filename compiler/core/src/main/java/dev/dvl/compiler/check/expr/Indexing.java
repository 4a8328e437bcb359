package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.FieldTypes;
import dev.dvl.compiler.check.fit.Joins;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.Optional;

/** {@code a[i]}, {@code a?[i]} and {@code a[*]}. */
final class Indexing {
  private final Typing typing;

  Indexing(Typing typing) {
    this.typing = typing;
  }

  /** What one key of a keyed resource leaves: the resource, or what further keys tell apart. */
  static Type inner(Type.Keyed keyed) {
    List<ScalarKind> keys = keyed.keys();
    return keys.size() == 1
        ? keyed.element()
        : new Type.Keyed(keyed.element(), keys.subList(1, keys.size()));
  }

  Type infer(Expr.Splat splat, Context context) {
    Type target = typing.infer(splat.target(), context);
    return switch (target) {
      case Type.Keyed keyed -> new Type.ListOf(inner(keyed), Qualifiers.PLAIN);
      case Type.MapOf(Type value, Qualifiers shape) -> new Type.ListOf(value, shape);
      case Type.ListOf list -> list;
      case Type.SetOf(Type element, Qualifiers shape) -> new Type.ListOf(element, shape);
      case Type.Wrong wrong -> wrong;
      case Type other -> wrong(splat.target(), other);
    };
  }

  Type infer(Expr.Index index, Context context) {
    Type target = typing.infer(index.target(), context);
    if (target instanceof Type.Maybe(Type inner)) {
      if (!index.safe()) {
        typing.report(
            Diagnostic.at(CheckCodes.MAY_BE_NULL, index.target().span(), "this may be null")
                .note("Write `?[…]`, which gives null then, or look first with `if … != null`."));
      }
      target = inner;
    }
    Type found = found(index, target, context);
    boolean there = typing.symbols().isNonNull(index, context);
    return index.safe() && !there ? Shapes.maybe(found) : there ? Shapes.present(found) : found;
  }

  private Type found(Expr.Index index, Type target, Context context) {
    return switch (target) {
      case Type.Keyed keyed -> keyed(index.index(), keyed, context);
      case Type.ListOf(Type element, Qualifiers shape) ->
          chosen(index, element, shape.or(at(index.index(), ScalarKind.INT, context)));
      case Type.MapOf(Type value, Qualifiers shape) ->
          chosen(index, value, shape.or(at(index.index(), ScalarKind.STRING, context)));
      case Type.ObjectOf object -> field(index.index(), object, context);
      case Type.Wrong wrong -> {
        typing.infer(index.index(), context);
        yield wrong;
      }
      case Type other -> {
        typing.infer(index.index(), context);
        yield wrong(index.target(), other);
      }
    };
  }

  private Type chosen(Expr.Index index, Type element, Qualifiers qualifiers) {
    new Demands(typing).choosing(index, qualifiers, element);
    return Qualities.with(element, qualifiers);
  }

  private Type keyed(Expr key, Type.Keyed keyed, Context context) {
    ScalarKind wanted = keyed.keys().getFirst();
    Type type = typing.check(key, open(wanted), context);
    new Demands(typing).knownAndOpen(key, type, "which resource this is");
    return inner(keyed);
  }

  private Qualifiers at(Expr index, ScalarKind wanted, Context context) {
    return Qualities.of(typing.check(index, open(wanted), context));
  }

  private static Type open(ScalarKind kind) {
    return new Type.Scalar(kind, new Qualifiers(Stage.LATER, true));
  }

  private Type field(Expr index, Type.ObjectOf object, Context context) {
    Type type = typing.infer(index, context);
    if (type instanceof Type.Literal(Value.Text(String name), var ignored)) {
      Optional<Type.Field> field = Optional.ofNullable(object.fields().get(name));
      if (field.isPresent()) {
        return FieldTypes.read(field.get());
      }
      typing.report(
          Diagnostic.at(CheckCodes.NO_MEMBER, index.span(), "there is no field `" + name + "`"));
      return Shapes.WRONG;
    }
    Optional<Type> any = Joins.of(object.fields().values().stream().map(FieldTypes::read).toList());
    if (any.isEmpty() || Shapes.kind(type).filter(Shapes::isText).isEmpty()) {
      return wrong(index, type);
    }
    return Qualities.with(any.get(), Qualities.of(type));
  }

  private Type wrong(Expr expr, Type type) {
    Diagnostic wrong =
        Diagnostic.at(
            CheckCodes.INDEX,
            expr.span(),
            Article.quoted(TypeText.of(type)) + " has no elements by index");
    typing.report(
        type instanceof Type.Ref
            ? wrong.note("Only resources that are declared with a key are told apart by one.")
            : wrong);
    return Shapes.WRONG;
  }
}
