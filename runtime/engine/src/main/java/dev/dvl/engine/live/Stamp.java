package dev.dvl.engine.live;

import dev.dvl.compiler.value.Address;
import java.util.Map;
import java.util.Set;

/**
 * The birth record that an object carries: whose it is, and what cannot be read back.
 *
 * @param op the id of the change that made it
 * @param names paths of the attributes and map keys that the program set at birth
 * @param fingerprints of values that the platform does not show, by path
 */
public record Stamp(
    Stack stack,
    Address address,
    String kind,
    String op,
    Set<String> names,
    Map<String, String> fingerprints) {

  public Stamp {
    names = Set.copyOf(names);
    fingerprints = Map.copyOf(fingerprints);
  }
}
