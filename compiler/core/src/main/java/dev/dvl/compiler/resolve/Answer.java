package dev.dvl.compiler.resolve;

/** What comes of looking a name up. */
sealed interface Answer {

  record Found(Symbol symbol) implements Answer {}

  /** Nothing of the program has this name; a built-in may. */
  record Unknown() implements Answer {}

  /** It names nothing, and why has been told. */
  record Told() implements Answer {}
}
