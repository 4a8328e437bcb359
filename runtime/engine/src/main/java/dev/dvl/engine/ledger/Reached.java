package dev.dvl.engine.ledger;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Ref;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a host was found that is made by resources, or whose block reads such.
 *
 * @param objects what those resources were then
 * @param values of the host's block as they were then, with its address and its host key; secrets
 *     stand in them by their names
 */
public record Reached(SortedMap<Address, Ref> objects, SortedMap<String, Value> values) {
  /** Of a host that stands by itself, and in journals of before. */
  public static final Reached BY_ITSELF = new Reached(new TreeMap<>(), new TreeMap<>());

  public Reached {
    objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }
}
