package dev.dvl.compiler.check.fit;

import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/** A declared type with the stages of the value that it was declared for. */
public final class Blend {
  private Blend() {}

  public static Type of(Type declared, Type actual) {
    if (!Qualities.isLater(actual)) {
      return Qualities.isLater(declared) ? Qualities.at(Stage.KNOWN, declared) : declared;
    }
    return switch (declared) {
      case Type.Maybe(Type inner) -> new Type.Maybe(of(inner, present(actual)));
      case Type.ListOf(Type element, var shape) when actual instanceof Type.ListOf list ->
          new Type.ListOf(of(element, list.element()), list.qualifiers());
      case Type.SetOf(Type element, var shape) when actual instanceof Type.SetOf set ->
          new Type.SetOf(of(element, set.element()), set.qualifiers());
      case Type.MapOf(Type value, var shape) when actual instanceof Type.MapOf map ->
          new Type.MapOf(of(value, map.value()), map.qualifiers());
      case Type.ObjectOf object when actual instanceof Type.ObjectOf other -> fields(object, other);
      case Type other -> Qualities.at(Stage.LATER, other);
    };
  }

  private static Type present(Type type) {
    return type instanceof Type.Maybe(Type inner) ? inner : type;
  }

  private static Type fields(Type.ObjectOf declared, Type.ObjectOf actual) {
    Map<String, Type.Field> fields = new LinkedHashMap<>();
    declared
        .fields()
        .forEach(
            (name, field) -> {
              Type.Field given = actual.fields().get(name);
              Type type =
                  given == null
                      ? Qualities.at(Stage.KNOWN, field.type())
                      : of(field.type(), given.type());
              fields.put(name, FieldTypes.typed(field, type));
            });
    return new Type.ObjectOf(declared.name(), fields, actual.qualifiers());
  }
}
