package dev.dvl.engine.plan.reading;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Value;
import java.util.Optional;

/** The name under which a resource stands on its platform: what must be there once on its host. */
public final class PlatformName {
  private PlatformName() {}

  public static Optional<String> of(KindSchema kind, Instance instance) {
    return kind.attributes().stream()
        .filter(Attribute::isName)
        .findFirst()
        .flatMap(attribute -> text(instance.value(attribute.name())));
  }

  private static Optional<String> text(Value value) {
    return value instanceof Value.Text(String text) ? Optional.of(text) : Optional.empty();
  }
}
