package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Blend;
import dev.dvl.compiler.check.fit.FieldTypes;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Fix;
import dev.dvl.compiler.diagnostic.Spelling;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Tags;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;
import dev.dvl.compiler.value.Texts;
import dev.dvl.compiler.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Object literals where a closed object, or one of several, is wanted. */
final class ClosedObjects {
  private final Typing typing;

  ClosedObjects(Typing typing) {
    this.typing = typing;
  }

  Type check(Expr.ObjectLiteral object, List<Type.ObjectOf> wanted, Context context) {
    if (wanted.size() == 1) {
      return fields(object, wanted.getFirst(), context);
    }
    Optional<String> tag = Tags.of(wanted);
    Optional<Type.ObjectOf> member = tag.flatMap(it -> member(object, it, wanted));
    if (member.isPresent()) {
      return fields(object, member.get(), context);
    }
    object.entries().forEach(entry -> typing.infer(entry.value(), context));
    tag.ifPresent(it -> noMember(object, it, wanted));
    return Shapes.WRONG;
  }

  private static Optional<Type.ObjectOf> member(
      Expr.ObjectLiteral object, String tag, List<Type.ObjectOf> wanted) {
    return entry(object, tag)
        .flatMap(entry -> value(entry.value()))
        .flatMap(
            value ->
                wanted.stream().filter(it -> Tags.values(it, tag).contains(value)).findFirst());
  }

  private void noMember(Expr.ObjectLiteral object, String tag, List<Type.ObjectOf> wanted) {
    String allowed =
        wanted.stream()
            .flatMap(it -> Tags.values(it, tag).stream())
            .map(value -> TypeText.of(new Type.Literal(value, Qualifiers.PLAIN)))
            .collect(Collectors.joining(", "));
    Optional<Expr.Entry> entry = entry(object, tag);
    if (entry.isPresent()) {
      boolean fixed = value(entry.get().value()).isPresent();
      Diagnostic wrong =
          Diagnostic.at(
              CheckCodes.ONE_OF, entry.get().value().span(), "expected one of " + allowed);
      typing.report(
          fixed ? wrong : wrong.note("The value must be written here: it decides on the fields."));
    } else {
      typing.report(
          Diagnostic.at(CheckCodes.MISSING_FIELD, object.span(), "`" + tag + "` is missing")
              .note("It says which kind of object this is: one of " + allowed + "."));
    }
  }

  private Type fields(Expr.ObjectLiteral object, Type.ObjectOf wanted, Context context) {
    Map<String, Type> given = new LinkedHashMap<>();
    for (Expr.Entry entry : object.entries()) {
      Optional<String> name = Objects.name(entry.key());
      Type.Field field = name.map(it -> wanted.fields().get(it)).orElse(null);
      if (field == null) {
        typing.infer(entry.value(), context);
        unknown(entry, name, wanted);
      } else {
        Type type = field.mayBeAbsent() ? Shapes.maybe(field.type()) : field.type();
        given.put(field.name(), typing.check(entry.value(), type, context));
      }
    }
    missing(object, wanted, given);
    return actual(wanted, given);
  }

  /** The wanted type with the stages of what is given. */
  private static Type actual(Type.ObjectOf wanted, Map<String, Type> given) {
    Map<String, Type.Field> fields = new LinkedHashMap<>();
    for (Type.Field field : wanted.fields().values()) {
      Type type = actual(field.type(), Optional.ofNullable(given.get(field.name())));
      fields.put(field.name(), FieldTypes.typed(field, type));
    }
    Qualifiers shape = new Qualifiers(Stage.KNOWN, wanted.qualifiers().secret());
    return new Type.ObjectOf(wanted.name(), fields, shape);
  }

  private static Type actual(Type wanted, Optional<Type> given) {
    return given
        .filter(Qualities::isLater)
        .map(it -> Blend.of(wanted, it))
        .orElseGet(() -> Qualities.at(Stage.KNOWN, wanted));
  }

  private void missing(Expr.ObjectLiteral object, Type.ObjectOf wanted, Map<String, Type> given) {
    List<String> missing =
        wanted.fields().values().stream()
            .filter(field -> !field.mayBeAbsent() && !given.containsKey(field.name()))
            .map(field -> "`" + field.name() + "`")
            .toList();
    if (!missing.isEmpty()) {
      String verb = missing.size() == 1 ? " is missing" : " are missing";
      typing.report(
          Diagnostic.at(CheckCodes.MISSING_FIELD, object.span(), String.join(", ", missing) + verb)
              .note("The object is to be " + Article.quoted(TypeText.of(wanted)) + "."));
    }
  }

  private void unknown(Expr.Entry entry, Optional<String> name, Type.ObjectOf wanted) {
    Span span = entry.key().span();
    if (name.isEmpty()) {
      typing.report(
          Diagnostic.at(CheckCodes.UNKNOWN_FIELD, span, "fields of this object have fixed names"));
      return;
    }
    Diagnostic unknown =
        Diagnostic.at(CheckCodes.UNKNOWN_FIELD, span, "there is no field `" + name.get() + "`");
    Optional<String> near = Spelling.nearest(name.get(), wanted.fields().keySet());
    typing.report(
        near.map(it -> withFix(unknown, span, it))
            .orElseGet(() -> unknown.note("Its fields are: " + names(wanted) + ".")));
  }

  private static Diagnostic withFix(Diagnostic unknown, Span span, String near) {
    String written = near.matches("[A-Za-z_][A-Za-z0-9_]*") ? near : Texts.quoted(near);
    return unknown
        .note("There is a field with a similar name: `" + near + "`.")
        .fix(Fix.replace("write `" + near + "`", Fix.Confidence.LIKELY, span, written));
  }

  private static String names(Type.ObjectOf object) {
    return object.fields().keySet().stream()
        .map(name -> "`" + name + "`")
        .collect(Collectors.joining(", "));
  }

  private static Optional<Expr.Entry> entry(Expr.ObjectLiteral object, String name) {
    return object.entries().stream()
        .filter(entry -> Objects.name(entry.key()).filter(name::equals).isPresent())
        .findFirst();
  }

  private static Optional<Value> value(Expr expr) {
    return switch (expr) {
      case Expr.Constant(var ignored, Value value) -> Optional.of(value);
      case Expr.Text text -> text.literal().map(Value::text);
      case Expr.Parens(var ignored, Expr inner) -> value(inner);
      case Expr ignored -> Optional.empty();
    };
  }
}
