package dev.dvl.compiler.value;

import java.util.List;
import java.util.function.Predicate;

/**
 * A pure expression that is left when all that is known has been computed: literals, what will be
 * read or asked for, and calls of standard functions over these.
 *
 * <p>Operators are functions named by their sign ({@code "+"}, {@code "=="}, {@code "&&"}),
 * interpolation is {@code "concat"}, a conditional is {@code "if"}; the last three and {@code "??"}
 * evaluate only what they need. A plan carries terms as data, and apply computes them with the same
 * functions as the compiler.
 */
public sealed interface Term {

  /** A value as it stands; its leaves may be deferred in turn. */
  record Literal(Value value) implements Term {}

  /** A name bound where the term is evaluated: {@code it}, {@code was}, an attribute. */
  record Var(String name) implements Term {}

  /** An output of a resource. */
  record Read(Address resource, Path path) implements Term {}

  /** A secret of the program, by name. */
  record Secret(String name) implements Term {}

  record Call(String function, List<Term> arguments) implements Term {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  static Term literal(Value value) {
    return value instanceof Value.Deferred deferred ? deferred.term() : new Literal(value);
  }

  static Term call(String function, Term... arguments) {
    return new Call(function, List.of(arguments));
  }

  default boolean usesSecret() {
    return anyLeaf(leaf -> leaf instanceof Secret);
  }

  default boolean readsResource() {
    return anyLeaf(leaf -> leaf instanceof Read);
  }

  /** Whether any leaf, also within the values of literals, is as {@code wanted}. */
  default boolean anyLeaf(Predicate<Term> wanted) {
    return switch (this) {
      case Literal(Value value) -> wanted.test(this) || value.anyTerm(wanted);
      case Var _, Read _, Secret _ -> wanted.test(this);
      case Call(String ignored, List<Term> arguments) ->
          arguments.stream().anyMatch(argument -> argument.anyLeaf(wanted));
    };
  }
}
