package dev.dvl.compiler.check.fit;

import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at types from outside: what they are underneath, and which part of a union is meant. */
public final class Shapes {
  public static final Type WRONG = new Type.Wrong();

  /** The type without values: that of the elements of {@code []}. */
  public static final Type NEVER = new Type.Union(List.of());

  private Shapes() {}

  public static boolean isWrong(Type type) {
    return type instanceof Type.Wrong;
  }

  public static Type maybe(Type type) {
    return switch (type) {
      case Type.Maybe already -> already;
      case Type.Null none -> none;
      case Type.Wrong wrong -> wrong;
      case Type other -> new Type.Maybe(other);
    };
  }

  public static Type present(Type type) {
    return type instanceof Type.Maybe(Type inner) ? inner : type;
  }

  public static Type scalar(ScalarKind kind, Qualifiers qualifiers) {
    return qualifiers.equals(Qualifiers.PLAIN) ? Type.of(kind) : new Type.Scalar(kind, qualifiers);
  }

  /** The built-in type that values of a type have, if it is one without parts. */
  public static Optional<ScalarKind> kind(Type type) {
    return switch (type) {
      case Type.Scalar scalar -> Optional.of(scalar.kind());
      case Type.Literal literal -> kind(literal.value());
      case Type.Refined refined -> kind(refined.base());
      case Type.Union union -> common(union);
      case Type ignored -> Optional.empty();
    };
  }

  private static Optional<ScalarKind> common(Type.Union union) {
    List<ScalarKind> kinds = new ArrayList<>();
    for (Type member : union.members()) {
      Optional<ScalarKind> kind = kind(member);
      if (kind.isEmpty()) {
        return Optional.empty();
      }
      kinds.add(kind.get());
    }
    if (kinds.stream().distinct().count() == 1) {
      return Optional.of(kinds.getFirst());
    }
    boolean texts = !kinds.isEmpty() && kinds.stream().allMatch(Shapes::isText);
    return texts ? Optional.of(ScalarKind.STRING) : Optional.empty();
  }

  public static Optional<ScalarKind> kind(Value value) {
    return switch (value) {
      case Value.Text ignored -> Optional.of(ScalarKind.STRING);
      case Value.Int ignored -> Optional.of(ScalarKind.INT);
      case Value.Decimal ignored -> Optional.of(ScalarKind.DECIMAL);
      case Value.Bool ignored -> Optional.of(ScalarKind.BOOL);
      case Value.Quantity quantity -> Optional.of(kind(quantity.dimension()));
      case Value ignored -> Optional.empty();
    };
  }

  private static ScalarKind kind(Dimension dimension) {
    return switch (dimension) {
      case SIZE -> ScalarKind.SIZE;
      case DURATION -> ScalarKind.DURATION;
      case FREQUENCY -> ScalarKind.FREQUENCY;
      case RATE -> ScalarKind.RATE;
      case PERCENT -> ScalarKind.PERCENT;
    };
  }

  /** Whether values are written and kept as text. */
  public static boolean isText(ScalarKind kind) {
    return switch (kind) {
      case STRING, IP, CIDR, MAC, PORT_MAPPING, IMAGE_REF, PATH, URL -> true;
      case INT, DECIMAL, BOOL, SIZE, DURATION, FREQUENCY, RATE, PERCENT, PORT -> false;
    };
  }

  public static boolean isNumber(ScalarKind kind) {
    return kind == ScalarKind.INT || kind == ScalarKind.DECIMAL || kind == ScalarKind.PORT;
  }

  public static boolean isQuantity(ScalarKind kind) {
    return switch (kind) {
      case SIZE, DURATION, FREQUENCY, RATE, PERCENT -> true;
      case STRING, INT, DECIMAL, BOOL, IP, CIDR, MAC, PORT, PORT_MAPPING, IMAGE_REF, PATH, URL ->
          false;
    };
  }

  /** The lists and sets that a type allows. */
  public static Optional<Type> collection(Type type) {
    return members(type).stream()
        .filter(it -> it instanceof Type.ListOf || it instanceof Type.SetOf)
        .findFirst();
  }

  public static Optional<Type.MapOf> map(Type type) {
    return members(type).stream()
        .filter(Type.MapOf.class::isInstance)
        .map(Type.MapOf.class::cast)
        .findFirst();
  }

  public static List<Type.ObjectOf> objects(Type type) {
    return members(type).stream()
        .filter(Type.ObjectOf.class::isInstance)
        .map(Type.ObjectOf.class::cast)
        .toList();
  }

  /** What a type allows, without null, names and conditions. */
  public static List<Type> members(Type type) {
    return switch (type) {
      case Type.Maybe(Type inner) -> members(inner);
      case Type.Refined refined -> members(refined.base());
      case Type.Union union ->
          union.members().stream().flatMap(member -> members(member).stream()).toList();
      case Type other -> List.of(other);
    };
  }

  /** The element type of a list or set. */
  public static Type element(Type collection) {
    return switch (collection) {
      case Type.ListOf(Type element, var ignored) -> element;
      case Type.SetOf(Type element, var ignored) -> element;
      case Type ignored -> WRONG;
    };
  }
}
