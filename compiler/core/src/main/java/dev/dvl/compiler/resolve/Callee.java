package dev.dvl.compiler.resolve;

import dev.dvl.compiler.eval.Signature;

/** What a call calls. */
public sealed interface Callee {

  /** A function of the program. */
  record Own(Symbol.Fn function) implements Callee {}

  /** A standard function; {@code eval} computes it by its name. */
  record Standard(Signature signature) implements Callee {}
}
