package dev.dvl.compiler.resolve;

import dev.dvl.compiler.schema.Block;

/** What a declaration with a kind's or block's word in front is. */
public sealed interface Meaning {

  record Resource(Symbol.Resource symbol) implements Meaning {}

  record Use(Symbol.Use symbol) implements Meaning {}

  /** A block of the resource around it. */
  record Part(Block schema) implements Meaning {}
}
