package dev.dvl.compiler.type;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.source.Span;
import java.util.Collection;

/**
 * How large a type is when all that it names is written out. A type that names another one twice is
 * twice as large, so that a few lines could make one that nothing ever gets to the end of.
 */
public final class TypeSize {
  private static final int MOST = 10_000;

  private int parts;

  private TypeSize() {}

  /** {@code type} itself, or where it is too large a report of that and {@link Type.Wrong}. */
  public static Type limited(Type type, Span span, Diagnostics diagnostics) {
    if (new TypeSize().isWithin(type)) {
      return type;
    }
    diagnostics.report(
        Diagnostic.at(
                TypeCodes.TOO_LARGE, span, "written out, this has more than " + MOST + " parts")
            .note("A type that names another one twice is twice as large."));
    return new Type.Wrong();
  }

  private boolean isWithin(Type type) {
    return ++parts <= MOST
        && switch (type) {
          case Type.ListOf(var element, var ignored) -> isWithin(element);
          case Type.SetOf(var element, var ignored) -> isWithin(element);
          case Type.MapOf(var value, var ignored) -> isWithin(value);
          case Type.ObjectOf(var _, var fields, var _) -> fields(fields.values());
          case Type.Union(var members) -> members.stream().allMatch(this::isWithin);
          case Type.Maybe(var inner) -> isWithin(inner);
          case Type.Refined(var _, var base, var _) -> isWithin(base);
          case Type.Keyed(var element, var ignored) -> isWithin(element);
          case Type.Scalar _,
              Type.Literal _,
              Type.Ref _,
              Type.Composite _,
              Type.StateOf _,
              Type.Null _,
              Type.Wrong _ ->
              true;
        };
  }

  private boolean fields(Collection<Type.Field> fields) {
    for (Type.Field field : fields) {
      if (!isWithin(field.type())) {
        return false;
      }
    }
    return true;
  }
}
