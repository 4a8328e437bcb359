package dev.dvl.compiler.type;

import dev.dvl.compiler.value.Texts;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.stream.Collectors;

/** Writes types as the language writes them: for diagnostics, reference pages and goldens. */
public final class TypeText {
  private TypeText() {}

  /**
   * The type without qualifiers, a named one by its name; defaults of fields are left out.
   *
   * <p>{@code set<ref<network> | { network: ref<network>, aliases?: set<string> }>?}
   */
  public static String of(Type type) {
    return switch (type) {
      case Type.Scalar(ScalarKind kind, var ignored) -> kind.word();
      case Type.Literal(Value value, var ignored) -> literal(value);
      case Type.ListOf(Type element, var ignored) -> "list<" + of(element) + ">";
      case Type.SetOf(Type element, var ignored) -> "set<" + of(element) + ">";
      case Type.MapOf(Type value, var ignored) -> "map<" + of(value) + ">";
      case Type.ObjectOf object -> object.name().orElseGet(() -> fields(object));
      case Type.Union(List<Type> members) ->
          members.isEmpty()
              ? "nothing"
              : members.stream().map(TypeText::of).collect(Collectors.joining(" | "));
      case Type.Maybe(Type.Union union) -> "(" + of(union) + ")?";
      case Type.Maybe(Type inner) -> of(inner) + "?";
      case Type.Ref(String target, var ignored, var alsoIgnored) -> "ref<" + target + ">";
      case Type.Keyed keyed -> keyed(keyed);
      case Type.Refined refined -> refined.name();
      case Type.StateOf(String kind, String state) -> kind + "." + state;
      case Type.Null ignored -> "null";
      case Type.Wrong ignored -> "?";
    };
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

  private static String fields(Type.ObjectOf object) {
    return object.fields().values().stream()
        .map(
            field ->
                field.name()
                    + (field.mayBeAbsent() && !isMaybe(field) ? "?: " : ": ")
                    + of(field.type()))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private static boolean isMaybe(Type.Field field) {
    return field.type() instanceof Type.Maybe;
  }

  private static String keyed(Type.Keyed keyed) {
    String text = of(keyed.element());
    for (ScalarKind key : keyed.keys().reversed()) {
      text = "map<" + key.word() + ", " + text + ">";
    }
    return text;
  }
}
