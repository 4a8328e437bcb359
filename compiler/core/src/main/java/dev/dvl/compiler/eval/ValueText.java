package dev.dvl.compiler.eval;

import dev.dvl.compiler.value.Texts;
import dev.dvl.compiler.value.Value;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** How a value is shown to people: as the language writes it, shortened where it is long. */
public final class ValueText {
  private static final int MOST_CHARS = 60;
  private static final int MOST_ELEMENTS = 5;

  private ValueText() {}

  /** The value as a short expression; a secret part shows as {@code (secret)}. */
  public static String of(Value value) {
    return switch (value) {
      case Value.Null ignored -> "null";
      case Value.Bool(boolean bool) -> Boolean.toString(bool);
      case Value.Int(long number) -> Long.toString(number);
      case Value.Decimal(var number) -> Numbers.plain(number);
      case Value.Text(String text) -> shortened(text);
      case Value.Quantity quantity -> QuantityText.show(quantity);
      case Value.Ref(var address, var ignored) -> address.toString();
      case Value.ListOf(var elements) -> list(elements);
      case Value.SetOf(var elements) -> list(elements);
      case Value.MapOf(var entries) -> entries(entries);
      case Value.ObjectOf(var fields) -> entries(fields);
      case Value.Deferred deferred -> deferred.secret() ? "(secret)" : "(known later)";
    };
  }

  /** What sort of value it is, with its article: {@code a whole number}. */
  static String kind(Value value) {
    return switch (value) {
      case Value.Null ignored -> "null";
      case Value.Bool ignored -> "true or false";
      case Value.Int ignored -> "a whole number";
      case Value.Decimal ignored -> "a decimal number";
      case Value.Text ignored -> "text";
      case Value.Quantity(var dimension, var ignored) ->
          "a " + dimension.name().toLowerCase(java.util.Locale.ROOT);
      case Value.Ref ignored -> "a resource";
      case Value.ListOf ignored -> "a list";
      case Value.SetOf ignored -> "a set";
      case Value.MapOf ignored -> "a map";
      case Value.ObjectOf ignored -> "an object";
      case Value.Deferred ignored -> "known later";
    };
  }

  private static String shortened(String text) {
    return text.length() <= MOST_CHARS
        ? Texts.quoted(text)
        : Texts.quoted(text.substring(0, text.offsetByCodePoints(0, MOST_CHARS / 2))) + "…";
  }

  private static String list(Collection<Value> elements) {
    String shown =
        elements.stream().limit(MOST_ELEMENTS).map(ValueText::of).collect(Collectors.joining(", "));
    return "[" + shown + (elements.size() > MOST_ELEMENTS ? ", …]" : "]");
  }

  private static String entries(Map<String, Value> entries) {
    String shown =
        entries.entrySet().stream()
            .limit(MOST_ELEMENTS)
            .map(entry -> entry.getKey() + " = " + of(entry.getValue()))
            .collect(Collectors.joining(", "));
    return "{ " + shown + (entries.size() > MOST_ELEMENTS ? ", … }" : " }");
  }
}
