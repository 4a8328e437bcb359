package dev.dvl.compiler.eval;

import java.util.List;

/**
 * How a standard function may be called.
 *
 * @param variadic whether the last parameter may be given any number of times, once at least
 */
public record Signature(String name, List<Parameter> parameters, boolean variadic, Shape result) {

  public Signature {
    parameters = List.copyOf(parameters);
  }

  /** A parameter; one that is optional stands behind those that are not. */
  public record Parameter(String name, Shape shape, boolean optional) {}

  /** How many arguments it takes at least. */
  public int required() {
    return (int) parameters.stream().filter(it -> !it.optional()).count();
  }

  /** {@code join(values: list<string>, separator: string): string}. */
  @Override
  public String toString() {
    List<String> written =
        parameters.stream()
            .map(it -> it.name() + (it.optional() ? "?: " : ": ") + it.shape())
            .toList();
    return name + "(" + String.join(", ", written) + (variadic ? ", …" : "") + "): " + result;
  }
}
