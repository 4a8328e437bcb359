package dev.dvl.engine.change;

import dev.dvl.compiler.eval.QuantityText;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Texts;
import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as a program would write them; what is not known is named by where it comes from. */
public final class ValueText {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private ValueText() {}

  public static String of(Value value) {
    return switch (value) {
      case Value.Null ignored -> "null";
      case Value.Bool(boolean holds) -> Boolean.toString(holds);
      case Value.Int(long number) -> Long.toString(number);
      case Value.Decimal(BigDecimal number) -> number.toPlainString();
      case Value.Text(String text) -> Texts.quoted(text);
      case Value.Quantity quantity -> QuantityText.show(quantity);
      case Value.ListOf(var elements) -> list(elements);
      case Value.SetOf(var elements) -> list(elements);
      case Value.MapOf(var entries) -> object(entries);
      case Value.ObjectOf(var fields) -> object(fields);
      case Value.Ref(var address, String ignored) -> address.toString();
      case Value.Deferred deferred -> deferred.secret() ? "(secret)" : later(deferred.term());
    };
  }

  private static String later(Term term) {
    return switch (term) {
      case Term.Read(var resource, var path) -> "(known later: " + resource + "." + path + ")";
      case Term.Call(String ignored, var arguments) ->
          arguments.stream()
              .filter(Term::readsResource)
              .findFirst()
              .map(ValueText::later)
              .orElse("(known later)");
      case Term.Literal(Value value) -> of(value);
      case Term.Var ignored -> "(known later)";
      case Term.Secret ignored -> "(secret)";
    };
  }

  private static String list(Collection<Value> elements) {
    return elements.stream().map(ValueText::of).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String object(Map<String, Value> entries) {
    return entries.isEmpty()
        ? "{}"
        : entries.entrySet().stream()
            .map(entry -> key(entry.getKey()) + " = " + of(entry.getValue()))
            .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private static String key(String key) {
    return WORD.matcher(key).matches() ? key : Texts.quoted(key);
  }
}
