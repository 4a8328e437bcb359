package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;

/** How a value hangs on a resource: by holding on to it, or by what it tells. */
public final class References {
  private References() {}

  /** Whether {@code value} refers to a resource, or computes with what it tells. */
  public static boolean any(Address resource, Value value) {
    return to(resource, value) || value.anyTerm(leaf -> reads(leaf, resource));
  }

  /** Whether {@code value} refers to a resource itself. */
  public static boolean to(Address resource, Value value) {
    return value.references().anyMatch(ref -> ref.address().equals(resource));
  }

  private static boolean reads(Term leaf, Address resource) {
    return switch (leaf) {
      case Term.Read(Address address, var ignored) -> address.equals(resource);
      case Term.Literal(Value value) -> any(resource, value);
      case Term.Call _, Term.Var _, Term.Secret _ -> false;
    };
  }
}
