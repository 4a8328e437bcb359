package dev.dvl.engine.diff;

import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/** Puts texts in the place of secrets, wherever in a value or its terms they stand. */
final class SecretTexts {
  private SecretTexts() {}

  static Value fill(Value value, UnaryOperator<String> text) {
    return value.map(
        leaf ->
            leaf instanceof Value.Deferred(Term term)
                ? new Value.Deferred(fill(term, text))
                : leaf);
  }

  private static Term fill(Term term, UnaryOperator<String> text) {
    return switch (term) {
      case Term.Secret(String name) ->
          new Term.Call("secret", List.of(new Term.Var(name), new Term.Var(text.apply(name))));
      case Term.Literal(Value value) -> new Term.Literal(fill(value, text));
      case Term.Call(String function, var arguments) ->
          new Term.Call(function, arguments.stream().map(it -> fill(it, text)).toList());
      case Term.Var ignored -> term;
      case Term.Read ignored -> term;
    };
  }
}
