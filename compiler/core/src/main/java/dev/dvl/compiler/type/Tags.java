package dev.dvl.compiler.type;

import dev.dvl.compiler.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the field by which objects of a union are told apart: {@code type: "volume"}. */
public final class Tags {
  private Tags() {}

  /**
   * The first field that all members have and whose fixed values differ; empty too where a member
   * is no object type.
   */
  public static Optional<String> of(List<? extends Type> members) {
    List<Type.ObjectOf> objects =
        members.stream().flatMap(member -> object(member).stream()).toList();
    return objects.isEmpty() || objects.size() < members.size()
        ? Optional.empty()
        : objects.getFirst().fields().keySet().stream()
            .filter(name -> tells(name, objects))
            .findFirst();
  }

  /** The object type that a type is, with or without a condition on its values. */
  public static Optional<Type.ObjectOf> object(Type type) {
    return switch (type) {
      case Type.ObjectOf object -> Optional.of(object);
      case Type.Refined refined -> object(refined.base());
      case Type ignored -> Optional.empty();
    };
  }

  /** The fixed values of a member's field; none where the field may be anything else. */
  public static List<Value> values(Type.ObjectOf object, String field) {
    Type.Field found = object.fields().get(field);
    return found == null || found.mayBeAbsent() ? List.of() : fixed(found.type());
  }

  private static boolean tells(String name, List<Type.ObjectOf> members) {
    Set<Value> seen = new HashSet<>();
    for (Type.ObjectOf member : members) {
      List<Value> values = values(member, name);
      if (values.isEmpty() || !values.stream().allMatch(seen::add)) {
        return false;
      }
    }
    return true;
  }

  private static List<Value> fixed(Type type) {
    return switch (type) {
      case Type.Literal(Value value, var ignored) -> List.of(value);
      case Type.Union(List<Type> members) ->
          members.stream().allMatch(Type.Literal.class::isInstance)
              ? members.stream().map(member -> ((Type.Literal) member).value()).toList()
              : List.of();
      case Type ignored -> List.of();
    };
  }
}
