package dev.dvl.engine.plan.order;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.plan.judge.Decided;
import dev.dvl.engine.plan.judge.Decision;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Resources that this plan itself makes look otherwise to those that refer to them, and these as
 * well: a path has a folder in it that gets another name. An object is referred to by its id, its
 * name or its path, so one that stays and in which nothing changes but sizes, numbers and switches
 * looks the same to others.
 */
record ShiftingLooks(Set<Address> addresses) {
  static ShiftingLooks of(Decided decided) {
    Set<Address> found = new HashSet<>();
    for (Decision decision : decided.changes()) {
      Change change = decision.change();
      if (change.before().isPresent() && change.after().isPresent() && showsElsewhere(change)) {
        found.add(change.address());
      }
    }
    Collection<Instance> instances = decided.matched().selected().instances().values();
    ShiftingLooks shifting = new ShiftingLooks(found);
    while (!found.isEmpty() && shifting.grow(instances)) {
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
    return value instanceof Value.Scalar && !(value instanceof Value.Text);
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
    return value.references().anyMatch(ref -> addresses.contains(ref.address()));
  }
}
