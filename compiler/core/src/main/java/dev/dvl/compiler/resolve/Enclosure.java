package dev.dvl.compiler.resolve;

import dev.dvl.compiler.syntax.Item;
import java.util.List;
import java.util.Optional;

/** An item around another one that opens a scope. */
public sealed interface Enclosure {

  /** The other item is part of a component, and there once for each use of it. */
  record Inside(Item.Component item) implements Enclosure {}

  /** The other item is there once for each element. */
  record Loop(Item.For item) implements Enclosure {}

  /** The other item is there if the condition holds, or, not in {@code then}, if it does not. */
  record Branch(Item.If item, boolean then) implements Enclosure {}

  /** The component that something with these items around it is part of. */
  static Optional<Item.Component> component(List<Enclosure> enclosing) {
    return !enclosing.isEmpty() && enclosing.getFirst() instanceof Inside(Item.Component item)
        ? Optional.of(item)
        : Optional.empty();
  }
}
