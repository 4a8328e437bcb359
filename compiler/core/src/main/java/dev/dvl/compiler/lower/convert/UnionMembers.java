package dev.dvl.compiler.lower.convert;

import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Tags;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Value;

/** Tells which member of a union a value can be. */
final class UnionMembers {
  private UnionMembers() {}

  static boolean fits(Value value, Type type) {
    return switch (type) {
      case Type.Scalar(ScalarKind kind, var ignored) -> fits(value, kind);
      case Type.Literal(Value literal, var ignored) -> literal.equals(value);
      case Type.ListOf ignored -> value instanceof Value.ListOf || value instanceof Value.SetOf;
      case Type.SetOf ignored -> value instanceof Value.ListOf || value instanceof Value.SetOf;
      case Type.MapOf ignored -> isObject(value);
      case Type.ObjectOf ignored -> isObject(value);
      case Type.Union(var members) -> members.stream().anyMatch(member -> fits(value, member));
      case Type.Maybe(Type inner) -> value.isNull() || fits(value, inner);
      case Type.Ref(String target, boolean isInterface, var ignored) ->
          value instanceof Value.Ref(var address, String kind)
              && (isInterface || kind.equals(target));
      case Type.Refined refined -> fits(value, refined.base());
      case Type.Composite ignored -> value instanceof Value.Ref;
      case Type.Keyed ignored -> isObject(value);
      case Type.StateOf ignored -> false;
      case Type.Null ignored -> value.isNull();
      case Type.Wrong ignored -> true;
    };
  }

  static boolean hasTag(Value value, Type member, String field) {
    return value instanceof Value.ObjectOf object
        && Tags.object(member)
            .filter(it -> Tags.values(it, field).contains(object.field(field)))
            .isPresent();
  }

  private static boolean fits(Value value, ScalarKind kind) {
    return switch (value) {
      case Value.Text ignored ->
          switch (kind) {
            case STRING, IP, CIDR, MAC, PORT_MAPPING, IMAGE_REF, PATH, URL -> true;
            case INT, DECIMAL, BOOL, SIZE, DURATION, FREQUENCY, RATE, PERCENT, PORT -> false;
          };
      case Value.Int ignored ->
          kind == ScalarKind.INT || kind == ScalarKind.PORT || kind == ScalarKind.DECIMAL;
      case Value.Decimal ignored -> kind == ScalarKind.DECIMAL;
      case Value.Bool ignored -> kind == ScalarKind.BOOL;
      case Value.Quantity(var dimension, var ignored) -> kind.name().equals(dimension.name());
      case Value ignored -> false;
    };
  }

  private static boolean isObject(Value value) {
    return value instanceof Value.ObjectOf || value instanceof Value.MapOf;
  }
}
