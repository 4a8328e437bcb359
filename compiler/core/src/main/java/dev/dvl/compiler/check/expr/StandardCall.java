package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Joins;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.Shape;
import dev.dvl.compiler.eval.Signature;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One call of a standard function: binds the variables of its signature. */
final class StandardCall {
  /** These need only how many elements there are and under which keys. */
  private static final Set<String> OF_SHAPE = Set.of("len", "keys");

  private static final Qualifiers OPEN = new Qualifiers(Stage.LATER, true);

  private final Typing typing;
  private final Signature signature;
  private final Map<String, Type> bound = new HashMap<>();

  StandardCall(Typing typing, Signature signature) {
    this.typing = typing;
    this.signature = signature;
  }

  Type infer(List<CallArguments.Given> arguments, Context context) {
    Qualifiers qualifiers = Qualifiers.PLAIN;
    boolean wrong = false;
    for (CallArguments.Given argument : arguments) {
      Shape shape = signature.parameters().get(argument.parameter()).shape();
      Type type = argument(argument.value(), shape, context);
      wrong |= Shapes.isWrong(type);
      qualifiers =
          qualifiers.or(
              OF_SHAPE.contains(signature.name()) ? type.qualifiers() : Qualities.of(type));
    }
    return wrong ? Shapes.WRONG : Qualities.with(result(signature.result()), qualifiers);
  }

  private Type argument(Expr value, Shape shape, Context context) {
    if (shape instanceof Shape.Scalar(ScalarKind kind)) {
      return typing.check(value, new Type.Scalar(kind, OPEN), context.takingSecrets());
    }
    Type type = typing.infer(value, context);
    if (Shapes.isWrong(type) || binds(shape, type)) {
      return type;
    }
    typing.report(mismatch(value, shape, type));
    return Shapes.WRONG;
  }

  private Diagnostic mismatch(Expr value, Shape shape, Type type) {
    if (type instanceof Type.Maybe || type instanceof Type.Null) {
      return Diagnostic.at(CheckCodes.MAY_BE_NULL, value.span(), "this may be null")
          .note("Give another value with `??`, or look first with `if … != null`.");
    }
    return Diagnostic.at(
            CheckCodes.MISMATCH,
            value.span(),
            "expected " + described(shape) + ", found `" + TypeText.of(type) + "`")
        .note("The function is `" + signature + "`.");
  }

  private static String described(Shape shape) {
    return switch (shape) {
      case Shape.Variable(var ignored, boolean measured) when measured -> "a number or a quantity";
      case Shape.AnyOf(var choices) when choices.getFirst() instanceof Shape.Variable first ->
          described(first) + ", or a list of such";
      case Shape other -> "`" + other + "`";
    };
  }

  /** Whether a type has a shape; binds the variables in it. */
  private boolean binds(Shape shape, Type type) {
    return switch (shape) {
      case Shape.Scalar(ScalarKind kind) ->
          typing.fits().accepts(new Type.Scalar(kind, OPEN), type);
      case Shape.Variable variable -> binds(variable, type);
      case Shape.ListOf(Shape element) ->
          type instanceof Type.ListOf(Type inner, var ignored) && binds(element, inner);
      case Shape.SetOf(Shape element) ->
          type instanceof Type.SetOf(Type inner, var ignored) && binds(element, inner);
      case Shape.MapOf(Shape value) -> bindsMap(value, type);
      case Shape.ObjectOf(Map<String, Shape> fields) -> bindsObject(fields, type);
      case Shape.Maybe(Shape inner) -> binds(inner, Shapes.present(type));
      case Shape.AnyOf(List<Shape> choices) ->
          choices.stream().anyMatch(choice -> binds(choice, type));
    };
  }

  private boolean bindsMap(Shape value, Type type) {
    return switch (type) {
      case Type.MapOf(Type inner, var ignored) -> binds(value, inner);
      case Type.ObjectOf object ->
          Joins.of(object.fields().values().stream().map(Type.Field::type).toList())
              .filter(inner -> binds(value, inner))
              .isPresent();
      case Type.Keyed keyed -> binds(value, Indexing.inner(keyed));
      case Type ignored -> false;
    };
  }

  private boolean bindsObject(Map<String, Shape> fields, Type type) {
    return type instanceof Type.ObjectOf object
        && object.fields().size() == fields.size()
        && object.fields().values().stream()
            .allMatch(
                field -> {
                  Shape shape = fields.get(field.name());
                  return shape != null && binds(shape, field.type());
                });
  }

  private boolean binds(Shape.Variable variable, Type type) {
    if (type instanceof Type.Null || type instanceof Type.StateOf) {
      return false;
    }
    if (variable.measured() && !isMeasured(type)) {
      return false;
    }
    Type before = bound.getOrDefault(variable.name(), Shapes.NEVER);
    Optional<Type> joined = Joins.of(before, type);
    joined.ifPresent(it -> bound.put(variable.name(), it));
    return joined.isPresent();
  }

  private static boolean isMeasured(Type type) {
    Optional<ScalarKind> kind = Shapes.kind(type);
    return Shapes.isWrong(type)
        || kind.filter(it -> Shapes.isNumber(it) || Shapes.isQuantity(it)).isPresent();
  }

  private Type result(Shape shape) {
    return switch (shape) {
      case Shape.Scalar(ScalarKind kind) -> Type.of(kind);
      case Shape.Variable(String name, var ignored) -> bound.getOrDefault(name, Shapes.WRONG);
      case Shape.ListOf(Shape element) -> new Type.ListOf(result(element), Qualifiers.PLAIN);
      case Shape.SetOf(Shape element) -> new Type.SetOf(result(element), Qualifiers.PLAIN);
      case Shape.MapOf(Shape value) -> new Type.MapOf(result(value), Qualifiers.PLAIN);
      case Shape.ObjectOf(Map<String, Shape> fields) -> object(fields);
      case Shape.Maybe(Shape inner) -> Shapes.maybe(result(inner));
      case Shape.AnyOf(List<Shape> choices) -> result(choices.getFirst());
    };
  }

  private Type object(Map<String, Shape> shapes) {
    Map<String, Type.Field> fields = new LinkedHashMap<>();
    shapes.forEach(
        (name, shape) ->
            fields.put(
                name,
                new Type.Field(
                    name, "", result(shape), false, Optional.empty(), Optional.empty())));
    return new Type.ObjectOf(Optional.empty(), fields, Qualifiers.PLAIN);
  }
}
