package dev.dvl.compiler.check.fit;

import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The type of a value that comes from one of several places. */
public final class Joins {
  private static final int MOST_MEMBERS = 16;

  private Joins() {}

  /** The join of all; empty where two have nothing in common. */
  public static Optional<Type> of(Collection<Type> types) {
    Optional<Type> joined = Optional.of(Shapes.NEVER);
    for (Type type : types) {
      joined = joined.flatMap(before -> of(before, type));
    }
    return joined;
  }

  @SuppressWarnings("ReferenceEquality") // only a shortcut: a type and itself need no walk
  public static Optional<Type> of(Type left, Type right) {
    if (left == right || left.equals(Shapes.NEVER) || Shapes.isWrong(right)) {
      return Optional.of(right);
    }
    if (right.equals(Shapes.NEVER) || Shapes.isWrong(left)) {
      return Optional.of(left);
    }
    if (isOptional(left) || isOptional(right)) {
      return optional(left, right);
    }
    if (left instanceof Type.Union || right instanceof Type.Union) {
      return union(left, right);
    }
    return alike(left, right);
  }

  private static boolean isOptional(Type type) {
    return type instanceof Type.Maybe || type instanceof Type.Null;
  }

  private static Optional<Type> optional(Type left, Type right) {
    if (left instanceof Type.Null) {
      return Optional.of(Shapes.maybe(right));
    }
    if (right instanceof Type.Null) {
      return Optional.of(Shapes.maybe(left));
    }
    return of(Shapes.present(left), Shapes.present(right)).map(Shapes::maybe);
  }

  private static Optional<Type> alike(Type left, Type right) {
    Optional<ScalarKind> a = Shapes.kind(left);
    Optional<ScalarKind> b = Shapes.kind(right);
    if (a.isPresent() && b.isPresent()) {
      return scalars(left, right, a.get(), b.get());
    }
    return switch (left) {
      case Type.ListOf(Type element, Qualifiers shape)
          when right instanceof Type.ListOf(Type other, Qualifiers with) ->
          of(element, other).map(it -> new Type.ListOf(it, shape.or(with)));
      case Type.SetOf(Type element, Qualifiers shape)
          when right instanceof Type.SetOf(Type other, Qualifiers with) ->
          of(element, other).map(it -> new Type.SetOf(it, shape.or(with)));
      case Type.MapOf(Type value, Qualifiers shape)
          when right instanceof Type.MapOf(Type other, Qualifiers with) ->
          of(value, other).map(it -> new Type.MapOf(it, shape.or(with)));
      case Type.ObjectOf object when right instanceof Type.ObjectOf other -> objects(object, other);
      case Type.Ref ref when right instanceof Type.Ref -> refs(ref, right);
      case Type ignored -> left.equals(right) ? Optional.of(left) : Optional.empty();
    };
  }

  private static Optional<Type> refs(Type left, Type right) {
    return Optional.of(left.equals(right) ? left : new Type.Union(List.of(left, right)));
  }

  private static Optional<Type> scalars(Type left, Type right, ScalarKind a, ScalarKind b) {
    if (left.equals(right)) {
      return Optional.of(left);
    }
    if (left instanceof Type.Literal && right instanceof Type.Literal && a == b) {
      boolean texts = a == ScalarKind.STRING;
      return Optional.of(texts ? new Type.Union(List.of(left, right)) : widened(left, right, a));
    }
    if (a == b) {
      return Optional.of(widened(left, right, a));
    }
    if (Shapes.isText(a) && Shapes.isText(b)) {
      return Optional.of(widened(left, right, ScalarKind.STRING));
    }
    if (Shapes.isNumber(a) && Shapes.isNumber(b)) {
      boolean fraction = a == ScalarKind.DECIMAL || b == ScalarKind.DECIMAL;
      return Optional.of(widened(left, right, fraction ? ScalarKind.DECIMAL : ScalarKind.INT));
    }
    return Optional.empty();
  }

  private static Type widened(Type left, Type right, ScalarKind kind) {
    return Shapes.scalar(kind, Qualities.of(left).or(Qualities.of(right)));
  }

  private static Optional<Type> union(Type left, Type right) {
    List<Type> members =
        new ArrayList<>(left instanceof Type.Union it ? it.members() : List.of(left));
    for (Type member : right instanceof Type.Union it ? it.members() : List.of(right)) {
      if (!members.contains(member)) {
        members.add(member);
      }
    }
    boolean allLiterals = members.stream().allMatch(Type.Literal.class::isInstance);
    boolean allTold = allLiterals || members.stream().noneMatch(it -> Shapes.kind(it).isPresent());
    if (allTold && members.size() <= MOST_MEMBERS) {
      return Optional.of(new Type.Union(members));
    }
    return folded(members);
  }

  /** Without unions: what all members have in common. */
  private static Optional<Type> folded(List<Type> members) {
    Optional<Type> joined = Optional.of(plain(members.getFirst()));
    for (Type member : members.subList(1, members.size())) {
      joined = joined.flatMap(before -> alike(before, plain(member)));
    }
    return joined;
  }

  private static Type plain(Type type) {
    return type instanceof Type.Literal(Value value, Qualifiers of)
        ? Shapes.scalar(Shapes.kind(value).orElse(ScalarKind.STRING), of)
        : type;
  }

  private static Optional<Type> objects(Type.ObjectOf left, Type.ObjectOf right) {
    if (!left.fields().keySet().equals(right.fields().keySet())) {
      return Optional.of(new Type.Union(List.of(left, right)));
    }
    Map<String, Type.Field> fields = new LinkedHashMap<>();
    for (Type.Field field : left.fields().values()) {
      Type other = Objects.requireNonNull(right.fields().get(field.name())).type();
      Optional<Type> joined = of(field.type(), other);
      if (joined.isEmpty()) {
        return Optional.of(new Type.Union(List.of(left, right)));
      }
      fields.put(field.name(), FieldTypes.typed(field, joined.get()));
    }
    Optional<String> name = left.name().equals(right.name()) ? left.name() : Optional.empty();
    return Optional.of(new Type.ObjectOf(name, fields, left.qualifiers().or(right.qualifiers())));
  }
}
