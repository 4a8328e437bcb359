package dev.dvl.compiler.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an instance stands in the program: {@code app[0]}, {@code service["api"]}, {@code
 * web.front["eu"].lb[1]}. Carries no kind.
 *
 * <p>The text form parses back to an equal address; {@code service/api} is read as {@code
 * service["api"]} so that shells need no quotes.
 */
public record Address(List<Step> steps) implements Comparable<Address> {
  private static final int GOLDEN_RATIO = 0x9E3779B1;

  public Address {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("an address has at least one step");
    }
  }

  /** One name with the keys behind it. */
  public record Step(String name, List<Key> keys) {
    public Step {
      keys = List.copyOf(keys);
    }
  }

  public static Address of(String name, Key... keys) {
    return new Address(List.of(new Step(name, List.of(keys))));
  }

  /** The address of {@code name} inside the component at this address. */
  public Address child(String name, List<Key> keys) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(new Step(name, keys));
    return new Address(longer);
  }

  /** Spread well: addresses differ in small numbers and in one letter, and there are many. */
  @Override
  public int hashCode() {
    int hash = 0;
    for (Step step : steps) {
      hash = (hash ^ step.hashCode()) * GOLDEN_RATIO;
      hash ^= hash >>> 15;
    }
    return hash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Address address && steps.equals(address.steps));
  }

  /** The last step: the name the resource was declared under, and its keys. */
  public Step last() {
    return steps.getLast();
  }

  /** Reads an address; empty where {@code text} is none. */
  public static Optional<Address> parse(String text) {
    return AddressReader.read(text);
  }

  @Override
  public int compareTo(Address other) {
    int shorter = Math.min(steps.size(), other.steps.size());
    for (int i = 0; i < shorter; i++) {
      int order = compare(steps.get(i), other.steps.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(steps.size(), other.steps.size());
  }

  private static int compare(Step left, Step right) {
    int order = Texts.compareCodePoints(left.name(), right.name());
    int shorter = Math.min(left.keys().size(), right.keys().size());
    for (int i = 0; order == 0 && i < shorter; i++) {
      order = left.keys().get(i).compareTo(right.keys().get(i));
    }
    return order != 0 ? order : Integer.compare(left.keys().size(), right.keys().size());
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (Step step : steps) {
      out.append(out.isEmpty() ? "" : ".").append(step.name());
      step.keys().forEach(key -> out.append('[').append(key).append(']'));
    }
    return out.toString();
  }
}
