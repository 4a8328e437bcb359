package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.FieldTypes;
import dev.dvl.compiler.check.fit.Joins;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.ObjectKey;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Objects as they are written: closed objects or maps, whichever is wanted. */
public final class Objects {
  private static final Type KEY =
      new Type.Scalar(ScalarKind.STRING, new Qualifiers(Stage.LATER, true));

  private final Typing typing;
  private final ClosedObjects closed;

  Objects(Typing typing) {
    this.typing = typing;
    this.closed = new ClosedObjects(typing);
  }

  Type infer(Expr.ObjectLiteral object, Context context) {
    once(object);
    boolean computed = object.entries().stream().anyMatch(entry -> name(entry.key()).isEmpty());
    return computed ? inferMap(object, context) : inferObject(object, context);
  }

  Type check(Expr.ObjectLiteral object, Type wanted, Context context) {
    List<Type.ObjectOf> objects = Shapes.objects(wanted);
    Optional<Type.MapOf> map = Shapes.map(wanted);
    if (!objects.isEmpty()) {
      once(object);
      return closed.check(object, objects, context);
    }
    if (map.isPresent()) {
      once(object);
      return checkMap(object, map.get(), context);
    }
    return typing.fit(object, infer(object, context), wanted);
  }

  private Type inferObject(Expr.ObjectLiteral object, Context context) {
    Map<String, Type.Field> fields = new LinkedHashMap<>();
    for (Expr.Entry entry : object.entries()) {
      String name = name(entry.key()).orElseThrow();
      fields.putIfAbsent(name, FieldTypes.of(name, typing.infer(entry.value(), context)));
    }
    Type type = new Type.ObjectOf(Optional.empty(), fields, Qualifiers.PLAIN);
    return TypeSize.limited(type, object.span(), typing.diagnostics());
  }

  private Type inferMap(Expr.ObjectLiteral object, Context context) {
    List<Type> values = new ArrayList<>();
    Qualifiers shape = Qualifiers.PLAIN;
    for (Expr.Entry entry : object.entries()) {
      shape = shape.or(key(entry.key(), context));
      values.add(typing.infer(entry.value(), context));
    }
    Optional<Type> joined = Joins.of(values);
    if (joined.isEmpty()) {
      typing.report(
          Diagnostic.at(CheckCodes.UNLIKE, object.span(), "the values have no common type"));
    }
    return new Type.MapOf(joined.orElse(Shapes.WRONG), shape);
  }

  private Type checkMap(Expr.ObjectLiteral object, Type.MapOf wanted, Context context) {
    Type value = Shapes.maybe(wanted.value());
    Qualifiers shape = Qualifiers.PLAIN;
    Stage stage = Stage.KNOWN;
    for (Expr.Entry entry : object.entries()) {
      shape = shape.or(key(entry.key(), context));
      stage = stage.or(Qualities.of(typing.check(entry.value(), value, context)).stage());
    }
    return new Type.MapOf(Qualities.at(stage, wanted.value()), shape);
  }

  /** The qualifiers of a key; a computed one is a text. */
  Qualifiers key(ObjectKey key, Context context) {
    return switch (key) {
      case ObjectKey.Word ignored -> Qualifiers.PLAIN;
      case ObjectKey.Quoted(var ignored, Expr.Text text) ->
          Qualities.of(typing.infer(text, context));
      case ObjectKey.Computed(var ignored, Expr expr) ->
          Qualities.of(typing.check(expr, KEY, context));
    };
  }

  private void once(Expr.ObjectLiteral object) {
    Map<String, Span> seen = new HashMap<>();
    for (Expr.Entry entry : object.entries()) {
      Optional<String> name = name(entry.key());
      Span first = name.map(it -> seen.putIfAbsent(it, entry.key().span())).orElse(null);
      if (first != null) {
        typing.report(
            Diagnostic.at(
                    CheckCodes.FIELD_TWICE,
                    entry.key().span(),
                    "`" + name.orElseThrow() + "` is here already")
                .label(first, "first written here"));
      }
    }
  }

  /** The name of a key that is fixed. */
  public static Optional<String> name(ObjectKey key) {
    return switch (key) {
      case ObjectKey.Word(var ignored, String text) -> Optional.of(text);
      case ObjectKey.Quoted(var ignored, Expr.Text text) -> text.literal();
      case ObjectKey.Computed ignored -> Optional.empty();
    };
  }
}
