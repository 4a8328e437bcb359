package dev.dvl.compiler.refine;

import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.value.Value;
import java.util.Optional;

/** The form of each built-in type that refines another one. */
public final class Forms {
  private Forms() {}

  /** The form of texts of a type; empty for types whose texts are free, and for those of no text. */
  public static Optional<Form> of(ScalarKind kind) {
    return switch (kind) {
      case IP -> Optional.of(new IpForm());
      case CIDR -> Optional.of(new CidrForm());
      case MAC -> Optional.of(new MacForm());
      case PORT_MAPPING -> Optional.of(new PortMappingForm());
      case IMAGE_REF -> Optional.of(new ImageRefForm());
      case PATH -> Optional.of(new PathForm());
      case URL -> Optional.of(new UrlForm());
      case STRING, INT, DECIMAL, BOOL, SIZE, DURATION, FREQUENCY, RATE, PERCENT, PORT ->
          Optional.empty();
    };
  }

  /**
   * What keeps {@code value}, which is of the type that {@code kind} refines, from being of {@code
   * kind}.
   */
  public static Optional<String> problem(ScalarKind kind, Value value) {
    if (kind == ScalarKind.PORT && value instanceof Value.Int(long number)) {
      return PortForm.problem(number);
    }
    return value instanceof Value.Text(String text)
        ? of(kind).flatMap(form -> form.problem(text))
        : Optional.empty();
  }
}
