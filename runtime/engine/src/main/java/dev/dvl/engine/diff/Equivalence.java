package dev.dvl.engine.diff;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When a wanted value and a live one mean the same: nothing and an empty collection do, and so do a
 * reference and the id or name of its object. A deferred value is the same as nothing but itself.
 */
final class Equivalence {
  private final Targets targets;

  Equivalence(Targets targets) {
    this.targets = targets;
  }

  boolean same(Value wanted, Value live) {
    if (wanted.equals(live)) {
      return !(wanted instanceof Value.Ref(Address address, String ignored))
          || targets.object(address).isPresent();
    }
    if (isEmpty(wanted) && isEmpty(live)) {
      return true;
    }
    return switch (wanted) {
      case Value.Ref(Address address, String ignored) ->
          live instanceof Value.Text(String text)
              && targets.object(address).filter(it -> Targets.names(it, text)).isPresent();
      case Value.ListOf(var elements) ->
          live instanceof Value.ListOf(var others)
              ? sameInOrder(elements, others)
              : live instanceof Value.SetOf(var any) && sameInAnyOrder(elements, any);
      case Value.SetOf(var elements) ->
          live instanceof Value.SetOf(var others)
              ? sameInAnyOrder(elements, others)
              : live instanceof Value.ListOf(var listed) && sameInAnyOrder(elements, listed);
      case Value.MapOf(var entries) -> sameEntries(entries, Entries.of(live));
      case Value.ObjectOf(var fields) -> sameEntries(fields, Entries.of(live));
      case Value.Scalar ignored -> false;
      case Value.Deferred ignored -> false;
    };
  }

  static boolean isEmpty(Value value) {
    return value.isNull() || (value instanceof Value.Compound some && some.parts().isEmpty());
  }

  private boolean sameInOrder(List<Value> wanted, List<Value> live) {
    if (wanted.size() != live.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!same(wanted.get(i), live.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** References sort otherwise than the texts they stand for, so each looks for its like. */
  private boolean sameInAnyOrder(List<Value> wanted, List<Value> live) {
    return wanted.size() == live.size()
        && wanted.stream().allMatch(one -> live.stream().anyMatch(other -> same(one, other)));
  }

  private boolean sameEntries(SortedMap<String, Value> wanted, SortedMap<String, Value> live) {
    SortedSet<String> keys = new TreeSet<>(wanted.keySet());
    keys.addAll(live.keySet());
    return keys.stream().allMatch(key -> same(Entries.get(wanted, key), Entries.get(live, key)));
  }
}
