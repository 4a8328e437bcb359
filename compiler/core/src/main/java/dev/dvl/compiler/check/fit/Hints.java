package dev.dvl.compiler.check.fit;

import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import java.util.Optional;

/** Says what is likely meant where two types do not match. */
public final class Hints {
  private Hints() {}

  public static Optional<String> of(Type have, Type want) {
    Optional<ScalarKind> wanted =
        Shapes.members(want).stream().flatMap(it -> Shapes.kind(it).stream()).findFirst();
    Optional<ScalarKind> given = Shapes.kind(have);
    if (have instanceof Type.Keyed) {
      return Optional.of("The resource has keys: name one with `[…]`, or list all with `[*]`.");
    }
    if (have instanceof Type.Ref ref && wanted.filter(Shapes::isText).isPresent()) {
      return Optional.of(
          "This is a whole `" + ref.target() + "`; read what is meant of it, such as its `name`.");
    }
    if (Shapes.collection(want).isPresent() && Shapes.collection(have).isEmpty()) {
      return Optional.of("A list is written with brackets, also when it has one element.");
    }
    return wanted.flatMap(kind -> scalar(given, kind));
  }

  private static Optional<String> scalar(Optional<ScalarKind> given, ScalarKind wanted) {
    if (Shapes.isQuantity(wanted) && given.filter(Shapes::isNumber).isPresent()) {
      return Optional.of("A `" + wanted.word() + "` has a unit, as in `" + example(wanted) + "`.");
    }
    if (wanted == ScalarKind.STRING && given.filter(Shapes::isQuantity).isPresent()) {
      return Optional.of("A quantity becomes text in a unit: `\"${in_unit(q, \"MiB\")}\"`.");
    }
    if (wanted == ScalarKind.STRING && given.isPresent()) {
      return Optional.of("A value becomes text in a text: `\"${…}\"`.");
    }
    if (wanted == ScalarKind.INT && given.filter(ScalarKind.DECIMAL::equals).isPresent()) {
      return Optional.of(
          "`floor`, `ceil` and `round` make an int of a decimal; `div` divides ints.");
    }
    if (given.filter(ScalarKind.STRING::equals).isPresent() && !Shapes.isText(wanted)) {
      return Optional.of(
          "A text becomes another value by a conversion: `" + wanted.word() + "(…)`.");
    }
    return Optional.empty();
  }

  private static String example(ScalarKind kind) {
    return switch (kind) {
      case SIZE -> "512MiB";
      case DURATION -> "30s";
      case FREQUENCY -> "2GHz";
      case RATE -> "10MB / 1s";
      case PERCENT -> "50%";
      case STRING, INT, DECIMAL, BOOL, IP, CIDR, MAC, PORT, PORT_MAPPING, IMAGE_REF, PATH, URL ->
          kind.word();
    };
  }
}
