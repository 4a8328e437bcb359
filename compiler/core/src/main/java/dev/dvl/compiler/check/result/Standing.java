package dev.dvl.compiler.check.result;

import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.Expr;

/** How the place of a resource, or of a use of a component, is found. */
public sealed interface Standing {

  /** It is what the expression behind {@code on} says. */
  record Written(Expr place) implements Standing {}

  /** It is the resource in whose body the declaration stands. */
  record Inside(Symbol.Resource parent) implements Standing {}

  /** It is the place of the component in which the declaration stands. */
  record Component(Symbol.Component around) implements Standing {}

  /** It is the only host of the module that fits. */
  record Only(Symbol.Host host) implements Standing {}
}
