package dev.dvl.engine.change;

import dev.dvl.compiler.value.Address;

/** How a resource comes by an object that was not made for it. */
public sealed interface Takeover {

  /** The object stood for another address of this stack. */
  record Moved(Address from) implements Takeover {}

  /** Somebody else made the object, which is called so. */
  record Adopted(String name) implements Takeover {}
}
