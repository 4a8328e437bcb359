package dev.dvl.compiler.schema;

import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import java.util.List;
import java.util.Optional;

/** What values are made of, whether they may be left out or are held to conditions. */
final class ElementTypes {
  private ElementTypes() {}

  /** The type without conditions, and without that it may be left out. */
  static Type bare(Type type) {
    return switch (type) {
      case Type.Maybe(Type inner) -> bare(inner);
      case Type.Refined refined -> bare(refined.base());
      case Type other -> other;
    };
  }

  /** The type of the elements of a set or list, in its bare form. */
  static Optional<Type> element(Type type) {
    return switch (bare(type)) {
      case Type.SetOf(Type it, var ignored) -> Optional.of(bare(it));
      case Type.ListOf(Type it, var ignored) -> Optional.of(bare(it));
      case Type ignored -> Optional.empty();
    };
  }

  /** The objects that a value may be. */
  static List<Type.ObjectOf> objects(Type type) {
    return switch (bare(type)) {
      case Type.ObjectOf object -> List.of(object);
      case Type.Union(List<Type> members) ->
          members.stream().flatMap(member -> objects(member).stream()).toList();
      case Type ignored -> List.of();
    };
  }

  /** The types that a field has in those objects that have it, in their bare form. */
  static List<Type> fields(Type type, String name) {
    return objects(type).stream()
        .filter(it -> it.fields().containsKey(name))
        .map(it -> bare(it.fields().get(name).type()))
        .toList();
  }

  static boolean is(Type type, ScalarKind wanted) {
    return bare(type) instanceof Type.Scalar(ScalarKind kind, var ignored) && kind == wanted;
  }
}
