package dev.dvl.compiler.resolve;

import dev.dvl.compiler.syntax.Item;

/** An item around another one that opens a scope. */
public sealed interface Enclosure {

  /** The other item is there once for each element. */
  record Loop(Item.For item) implements Enclosure {}

  /** The other item is there if the condition holds, or, not in {@code then}, if it does not. */
  record Branch(Item.If item, boolean then) implements Enclosure {}
}
