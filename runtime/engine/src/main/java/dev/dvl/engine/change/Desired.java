package dev.dvl.engine.change;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Stamp;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A resource as it is wanted, and the birth record that it gets if it is made now.
 *
 * @param values what is to be sent: set values, defaults that are sent, resolved values
 * @param birth with a fresh op id
 * @param awaited the states of it that others come after
 */
public record Desired(
    Instance instance, SortedMap<String, Value> values, Stamp birth, Set<String> awaited) {
  public Desired {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    awaited = Set.copyOf(awaited);
  }

  /** What nothing comes after. */
  public Desired(Instance instance, SortedMap<String, Value> values, Stamp birth) {
    this(instance, values, birth, Set.of());
  }

  /** The same for an object that somebody else made. */
  public Desired adopting() {
    return new Desired(instance, values, birth.adopting(), awaited);
  }

  /** The same, where something comes after one more of its states. */
  public Desired awaiting(String state) {
    Set<String> more = new HashSet<>(awaited);
    more.add(state);
    return new Desired(instance, values, birth, more);
  }

  public Value value(String attribute) {
    return values.getOrDefault(attribute, Value.Null.NULL);
  }
}
