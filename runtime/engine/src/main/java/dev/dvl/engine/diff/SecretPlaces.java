package dev.dvl.engine.diff;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Stamp;
import java.util.Collection;
import java.util.Optional;

/**
 * Where a live value may be a secret: under a path that is secret in the program, that was when the
 * object was made, or that accepts secrets and of which nobody knows.
 */
public final class SecretPlaces {
  /** Stands in a birth record for a secret whose value the platform shows. */
  public static final String MARK = "secret";

  private SecretPlaces() {}

  static boolean hides(Optional<Stamp> stamp, Attribute attribute, Path path, Value wanted) {
    return isSecret(wanted)
        || stamp.filter(birth -> wasSecret(birth, path)).isPresent()
        || (accepts(attribute.type()) && wanted.isNull() && !wasPlain(stamp, path));
  }

  /** Whether a value uses a secret anywhere. */
  public static boolean isSecret(Value value) {
    return value.anyTerm(leaf -> leaf instanceof Term.Secret);
  }

  /** Whether any part of a type takes secrets. */
  public static boolean accepts(Type type) {
    return type.qualifiers().secret()
        || switch (type) {
          case Type.ListOf list -> accepts(list.element());
          case Type.SetOf set -> accepts(set.element());
          case Type.MapOf map -> accepts(map.value());
          case Type.ObjectOf object ->
              any(object.fields().values().stream().map(Type.Field::type).toList());
          case Type.Union union -> any(union.members());
          case Type.Maybe maybe -> accepts(maybe.inner());
          case Type.Refined refined -> accepts(refined.base());
          case Type.Keyed keyed -> accepts(keyed.element());
          case Type.Scalar _,
              Type.Literal _,
              Type.Ref _,
              Type.Composite _,
              Type.StateOf _,
              Type.Null _,
              Type.Wrong _ ->
              false;
        };
  }

  private static boolean any(Collection<Type> types) {
    return types.stream().anyMatch(SecretPlaces::accepts);
  }

  /** Also a part of what was secret as a whole, and a whole of which a part was. */
  private static boolean wasSecret(Stamp birth, Path path) {
    String text = path.toString();
    return birth.fingerprints().keySet().stream()
        .anyMatch(secret -> secret.startsWith(text) || text.startsWith(secret));
  }

  private static boolean wasPlain(Optional<Stamp> stamp, Path path) {
    return stamp.filter(birth -> birth.names().contains(path.toString())).isPresent();
  }
}
