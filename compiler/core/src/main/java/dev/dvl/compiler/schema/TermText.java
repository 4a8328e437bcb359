package dev.dvl.compiler.schema;

import dev.dvl.compiler.eval.QuantityText;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Texts;
import dev.dvl.compiler.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the terms of a schema as the expressions they were read from. */
public final class TermText {
  private static final List<List<String>> LOOSEST_FIRST =
      List.of(
          List.of("??"),
          List.of("||"),
          List.of("&&"),
          List.of("==", "!="),
          List.of("<", "<=", ">", ">=", "in"),
          List.of("..", "..<"),
          List.of("+", "-"),
          List.of("*", "/"));

  private static final int POSTFIX = LOOSEST_FIRST.size() + 1;

  private TermText() {}

  public static String of(Term term) {
    return text(term, 0);
  }

  /** The value in full, as an expression. */
  public static String of(Value value) {
    return switch (value) {
      case Value.Null ignored -> "null";
      case Value.Bool(boolean truth) -> Boolean.toString(truth);
      case Value.Int(long number) -> Long.toString(number);
      case Value.Decimal(var number) -> number.toPlainString();
      case Value.Text(String text) -> Texts.quoted(text);
      case Value.Quantity quantity -> QuantityText.show(quantity);
      case Value.Ref(var address, var ignored) -> address.toString();
      case Value.ListOf(var elements) -> list(elements);
      case Value.SetOf(var elements) -> list(elements);
      case Value.MapOf(var entries) -> object(entries);
      case Value.ObjectOf(var fields) -> object(fields);
      case Value.Deferred(Term term) -> of(term);
    };
  }

  private static String text(Term term, int around) {
    return switch (term) {
      case Term.Literal(Value value) -> of(value);
      case Term.Var(String name) -> name;
      case Term.Read(var resource, var path) -> resource + "." + path;
      case Term.Secret(String name) -> name;
      case Term.Call call -> call(call, around);
    };
  }

  private static String call(Term.Call call, int around) {
    List<Term> arguments = call.arguments();
    return switch (call.function()) {
      case "if" -> parens(around > 0, conditional(arguments));
      case "field" -> text(arguments.getFirst(), POSTFIX) + "." + name(arguments.getLast());
      case "safe_field" -> text(arguments.getFirst(), POSTFIX) + "?." + name(arguments.getLast());
      case "concat" ->
          arguments.stream().map(TermText::piece).collect(Collectors.joining("", "\"", "\""));
      case "!" -> "!" + text(arguments.getFirst(), POSTFIX);
      case String function -> operation(function, arguments, around);
    };
  }

  private static String operation(String function, List<Term> arguments, int around) {
    for (int level = 0; level < LOOSEST_FIRST.size(); level++) {
      if (LOOSEST_FIRST.get(level).contains(function) && arguments.size() == 2) {
        String left = text(arguments.getFirst(), level + 1);
        String right = text(arguments.getLast(), level + 2);
        return parens(around > level + 1, left + " " + function + " " + right);
      }
    }
    return arguments.stream()
        .map(TermText::of)
        .collect(Collectors.joining(", ", function + "(", ")"));
  }

  private static String conditional(List<Term> arguments) {
    return "if %s then %s else %s"
        .formatted(of(arguments.get(0)), of(arguments.get(1)), of(arguments.get(2)));
  }

  private static String piece(Term term) {
    if (term instanceof Term.Literal(Value.Text(String text))) {
      String quoted = Texts.quoted(text);
      return quoted.substring(1, quoted.length() - 1);
    }
    return "${" + of(term) + "}";
  }

  private static String name(Term term) {
    return term instanceof Term.Literal(Value.Text(String text)) ? text : "(" + of(term) + ")";
  }

  private static String parens(boolean needed, String text) {
    return needed ? "(" + text + ")" : text;
  }

  private static String list(Collection<Value> elements) {
    return elements.stream().map(TermText::of).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String object(Map<String, Value> entries) {
    return entries.isEmpty()
        ? "{}"
        : entries.entrySet().stream()
            .map(entry -> entry.getKey() + " = " + of(entry.getValue()))
            .collect(Collectors.joining(", ", "{ ", " }"));
  }
}
