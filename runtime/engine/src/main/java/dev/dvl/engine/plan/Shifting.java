package dev.dvl.engine.plan;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Resources that this plan itself makes look otherwise to those that refer to them, and these as
 * well: a path has a folder in it that gets another name. An object is referred to by its id, its
 * name or its path, so one that stays and in which nothing changes but sizes, numbers and switches
 * looks the same to others.
 */
record Shifting(Set<Address> addresses) {
  static Shifting of(Draft draft) {
    Set<Address> found = new HashSet<>();
    for (Draft.Decided decided : draft.decided) {
      Change change = decided.change();
      if (change.before().isPresent() && change.after().isPresent() && showsElsewhere(change)) {
        found.add(change.address());
      }
    }
    Shifting shifting = new Shifting(found);
    while (!found.isEmpty() && shifting.grow(draft.instances.values())) {
      // What refers to what refers to one counts as well.
    }
    return shifting;
  }

  private static boolean showsElsewhere(Change change) {
    return change.makes()
        || change.taken().isPresent()
        || !change.fields().stream()
            .allMatch(field -> isMeasure(field.before()) && isMeasure(field.after()));
  }

  /** Whether a value can be no part of what an object is called. */
  private static boolean isMeasure(Value value) {
    return switch (value) {
      case Value.Null ignored -> true;
      case Value.Bool ignored -> true;
      case Value.Int ignored -> true;
      case Value.Decimal ignored -> true;
      case Value.Quantity ignored -> true;
      case Value.Text ignored -> false;
      case Value.Ref ignored -> false;
      case Value.ListOf ignored -> false;
      case Value.SetOf ignored -> false;
      case Value.MapOf ignored -> false;
      case Value.ObjectOf ignored -> false;
      case Value.Deferred ignored -> false;
    };
  }

  private boolean grow(Collection<Instance> instances) {
    boolean grown = false;
    for (Instance instance : instances) {
      if (!addresses.contains(instance.address())
          && instance.values().values().stream().anyMatch(this::touches)) {
        grown |= addresses.add(instance.address());
      }
    }
    return grown;
  }

  /** Whether a value refers to one of them. */
  boolean touches(Value value) {
    return switch (value) {
      case Value.Ref(Address address, String ignored) -> addresses.contains(address);
      case Value.ListOf(var elements) -> any(elements);
      case Value.SetOf(var elements) -> any(elements);
      case Value.MapOf(var entries) -> any(entries.values());
      case Value.ObjectOf(var fields) -> any(fields.values());
      case Value.Deferred ignored -> false;
      case Value.Null ignored -> false;
      case Value.Bool ignored -> false;
      case Value.Int ignored -> false;
      case Value.Decimal ignored -> false;
      case Value.Text ignored -> false;
      case Value.Quantity ignored -> false;
    };
  }

  private boolean any(Collection<Value> values) {
    return values.stream().anyMatch(this::touches);
  }
}
