package dev.dvl.compiler.lower.convert;

import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Value;

/** Values in messages: one whose type is secret is never shown, also where it is a literal. */
public final class ShownValue {
  private ShownValue() {}

  public static boolean isSecret(Type type) {
    return Qualities.of(type).secret();
  }

  static String of(Value value, Type type) {
    return isSecret(type) ? "(secret)" : ValueText.of(value);
  }

  /** A full sentence. */
  public static String sentence(Value value, Type type) {
    return isSecret(type)
        ? "The value is secret, so it is not shown."
        : "The value is " + ValueText.of(value) + ".";
  }
}
