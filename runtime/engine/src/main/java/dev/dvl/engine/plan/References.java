package dev.dvl.engine.plan;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Leaves;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.Collection;

/** How a value hangs on a resource: by holding on to it, or by what it tells. */
final class References {
  private References() {}

  /** Whether {@code value} refers to a resource, or computes with what it tells. */
  static boolean any(Address resource, Value value) {
    return to(resource, value) || Leaves.any(value, leaf -> reads(leaf, resource));
  }

  /** Whether {@code value} refers to a resource itself. */
  static boolean to(Address resource, Value value) {
    return switch (value) {
      case Value.Ref(Address address, String ignored) -> address.equals(resource);
      case Value.ListOf(var elements) -> to(resource, elements);
      case Value.SetOf(var elements) -> to(resource, elements);
      case Value.MapOf(var entries) -> to(resource, entries.values());
      case Value.ObjectOf(var fields) -> to(resource, fields.values());
      case Value.Deferred ignored -> false;
      case Value.Null ignored -> false;
      case Value.Bool ignored -> false;
      case Value.Int ignored -> false;
      case Value.Decimal ignored -> false;
      case Value.Text ignored -> false;
      case Value.Quantity ignored -> false;
    };
  }

  private static boolean to(Address resource, Collection<Value> values) {
    return values.stream().anyMatch(value -> to(resource, value));
  }

  private static boolean reads(Term leaf, Address resource) {
    return switch (leaf) {
      case Term.Read(Address address, var ignored) -> address.equals(resource);
      case Term.Literal(Value value) -> any(resource, value);
      case Term.Call ignored -> false;
      case Term.Var ignored -> false;
      case Term.Secret ignored -> false;
    };
  }
}
