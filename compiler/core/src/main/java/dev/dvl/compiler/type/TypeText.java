package dev.dvl.compiler.type;

import dev.dvl.compiler.value.Texts;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.stream.Collectors;

/** Writes types as the language writes them: for diagnostics, reference pages and goldens. */
public final class TypeText {
  private final boolean secrets;

  private TypeText(boolean secrets) {
    this.secrets = secrets;
  }

  /**
   * The type without qualifiers, a named one by its name; defaults of fields are left out.
   *
   * <p>{@code set<ref<network> | { network: ref<network>, aliases?: set<string> }>?}
   */
  public static String of(Type type) {
    return new TypeText(false).text(type);
  }

  /** The same with {@code secret} before each leaf that is: {@code map<secret string>?}. */
  public static String withSecrets(Type type) {
    return new TypeText(true).text(type);
  }

  private String text(Type type) {
    return switch (type) {
      case Type.Scalar(ScalarKind kind, var ignored) -> leaf(type, kind.word());
      case Type.Literal(Value value, var ignored) -> leaf(type, literal(value));
      case Type.ListOf(Type element, var ignored) -> "list<" + text(element) + ">";
      case Type.SetOf(Type element, var ignored) -> "set<" + text(element) + ">";
      case Type.MapOf(Type value, var ignored) -> "map<" + text(value) + ">";
      case Type.ObjectOf object -> object.name().orElseGet(() -> fields(object));
      case Type.Union(List<Type> members) ->
          members.isEmpty()
              ? "nothing"
              : members.stream().map(this::text).collect(Collectors.joining(" | "));
      case Type.Maybe(Type.Union union) -> "(" + text(union) + ")?";
      case Type.Maybe(Type inner) -> text(inner) + "?";
      case Type.Ref(String target, var ignored, var alsoIgnored) -> "ref<" + target + ">";
      case Type.Composite(String name, var ignored) -> "ref<" + name + ">";
      case Type.Keyed keyed -> keyed(keyed);
      case Type.Refined refined -> leaf(type, refined.name());
      case Type.StateOf(String kind, String state) -> kind + "." + state;
      case Type.Null ignored -> "null";
      case Type.Wrong ignored -> "?";
    };
  }

  private String leaf(Type type, String text) {
    return secrets && type.qualifiers().secret() ? "secret " + text : text;
  }

  private static String literal(Value value) {
    return switch (value) {
      case Value.Text(String text) -> Texts.quoted(text);
      case Value.Int(long number) -> Long.toString(number);
      case Value.Bool(boolean truth) -> Boolean.toString(truth);
      case Value.Decimal(var number) -> number.toPlainString();
      case Value.Quantity(var dimension, long amount) -> amount + " " + dimension;
      case Value other -> other.toString();
    };
  }

  private String fields(Type.ObjectOf object) {
    if (object.fields().isEmpty()) {
      return "{}";
    }
    return object.fields().values().stream()
        .map(
            field ->
                field.name()
                    + (field.mayBeAbsent() && !isMaybe(field) ? "?: " : ": ")
                    + text(field.type()))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private static boolean isMaybe(Type.Field field) {
    return field.type() instanceof Type.Maybe;
  }

  private String keyed(Type.Keyed keyed) {
    String text = text(keyed.element());
    for (ScalarKind key : keyed.keys().reversed()) {
      text = "map<" + key.word() + ", " + text + ">";
    }
    return text;
  }
}
