package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Fix;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.TypeNode;
import java.util.Optional;

/** {@code name: VALUE} in a block was most likely to be {@code name = VALUE}. */
final class FieldAsAttribute {
  private FieldAsAttribute() {}

  /** What mends an item; certain where what stands for the type can only be a value. */
  static Optional<Fix> of(Item item) {
    return item instanceof Item.Field field && isPlain(field)
        ? confidence(field.type()).map(it -> fix(field, it))
        : Optional.empty();
  }

  private static boolean isPlain(Item.Field field) {
    return field.span().end() == field.type().span().end() && !field.optional();
  }

  private static Optional<Fix.Confidence> confidence(TypeNode type) {
    return switch (type) {
      case TypeNode.Literal ignored -> Optional.of(Fix.Confidence.CERTAIN);
      case TypeNode.ObjectType ignored -> Optional.of(Fix.Confidence.LIKELY);
      case TypeNode.Named named when named.arguments().isEmpty() ->
          Optional.of(Fix.Confidence.LIKELY);
      case TypeNode other -> Optional.empty();
    };
  }

  private static Fix fix(Item.Field field, Fix.Confidence confidence) {
    return Fix.replace(
        "write `=`", confidence, field.name().span().until(field.type().span()), " = ");
  }
}
