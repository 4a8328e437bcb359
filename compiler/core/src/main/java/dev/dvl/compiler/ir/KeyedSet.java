package dev.dvl.compiler.ir;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The resources of one declaration that differ in the last key of their addresses alone: {@code
 * web[0]} and {@code web[1]}, or {@code shop["eu"].web} and {@code shop["us"].web}.
 *
 * @param others the address without that key
 * @param step where in the address the key stood
 */
public record KeyedSet(Address others, int step) {

  /** The set that an address belongs to; none where it has no key. */
  public static Optional<KeyedSet> of(Address address) {
    List<Address.Step> steps = new ArrayList<>(address.steps());
    return keyed(address)
        .map(
            at -> {
              Address.Step whole = steps.get(at);
              List<Key> fewer = whole.keys().subList(0, whole.keys().size() - 1);
              steps.set(at, new Address.Step(whole.name(), fewer));
              return new KeyedSet(new Address(steps), at);
            });
  }

  /** The last key of an address. */
  public static Optional<Key> key(Address address) {
    return keyed(address).map(at -> address.steps().get(at).keys().getLast());
  }

  private static Optional<Integer> keyed(Address address) {
    for (int at = address.steps().size() - 1; at >= 0; at--) {
      if (!address.steps().get(at).keys().isEmpty()) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** {@code web[*]}. */
  @Override
  public String toString() {
    Address upToKey = new Address(others.steps().subList(0, step + 1));
    return upToKey + "[*]" + others.toString().substring(upToKey.toString().length());
  }
}
