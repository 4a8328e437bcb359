package dev.dvl.codegen;

import dev.dvl.compiler.type.Type;
import java.util.Set;

/** Finds the named types inside a type. */
final class TypeUses {
  private TypeUses() {}

  static void add(Type type, Set<String> names) {
    switch (type) {
      case Type.ListOf(Type element, var ignored) -> add(element, names);
      case Type.SetOf(Type element, var ignored) -> add(element, names);
      case Type.MapOf(Type value, var ignored) -> add(value, names);
      case Type.Maybe(Type inner) -> add(inner, names);
      case Type.Union(var members) -> members.forEach(member -> add(member, names));
      case Type.ObjectOf object -> {
        object.name().ifPresent(names::add);
        object.fields().values().forEach(field -> add(field.type(), names));
      }
      case Type.Refined refined -> {
        names.add(refined.name());
        add(refined.base(), names);
      }
      case Type ignored -> {}
    }
  }
}
