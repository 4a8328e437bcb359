package dev.dvl.compiler.type;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Types with other qualifiers on all their leaves and shapes. */
public final class Requalified {
  private Requalified() {}

  /**
   * {@code type} with {@code change} made to each of its qualifiers; references stay as they are.
   */
  public static Type each(Type type, UnaryOperator<Qualifiers> change) {
    return switch (type) {
      case Type.Scalar(var kind, var was) -> new Type.Scalar(kind, change.apply(was));
      case Type.Literal(var value, var was) -> new Type.Literal(value, change.apply(was));
      case Type.ListOf(var element, var was) ->
          new Type.ListOf(each(element, change), change.apply(was));
      case Type.SetOf(var element, var was) ->
          new Type.SetOf(each(element, change), change.apply(was));
      case Type.MapOf(var value, var was) -> new Type.MapOf(each(value, change), change.apply(was));
      case Type.ObjectOf(var name, var fields, var was) ->
          new Type.ObjectOf(name, fields(fields, change), change.apply(was));
      case Type.Union(var members) ->
          new Type.Union(members.stream().map(member -> each(member, change)).toList());
      case Type.Maybe(var inner) -> new Type.Maybe(each(inner, change));
      case Type.Refined(var name, var base, var condition) ->
          new Type.Refined(name, each(base, change), condition);
      case Type.Ref ref -> ref;
      case Type.Composite composite -> composite;
      case Type.Keyed keyed -> keyed;
      case Type.StateOf state -> state;
      case Type.Null none -> none;
      case Type.Wrong wrong -> wrong;
    };
  }

  private static Map<String, Type.Field> fields(
      Map<String, Type.Field> fields, UnaryOperator<Qualifiers> change) {
    Map<String, Type.Field> changed = new LinkedHashMap<>();
    fields.forEach(
        (name, field) ->
            changed.put(
                name,
                new Type.Field(
                    name,
                    field.doc(),
                    each(field.type(), change),
                    field.optional(),
                    field.value(),
                    field.where())));
    return changed;
  }
}
