package dev.dvl.compiler.check.fit;

import dev.dvl.compiler.type.Type;
import java.util.Optional;

/** Makes fields of object types. */
public final class FieldTypes {
  private FieldTypes() {}

  public static Type.Field of(String name, Type type) {
    return new Type.Field(name, "", type, false, Optional.empty(), Optional.empty());
  }

  /** {@code field} with another type. */
  public static Type.Field typed(Type.Field field, Type type) {
    return new Type.Field(
        field.name(), field.doc(), type, field.optional(), field.value(), field.where());
  }

  /** The type that reading a field gives: optional if it may be absent and has no default. */
  public static Type read(Type.Field field) {
    boolean absent = field.optional() && field.value().isEmpty();
    return absent ? Shapes.maybe(field.type()) : field.type();
  }
}
