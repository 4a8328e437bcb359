package dev.dvl.compiler.value;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An address of which keys may be left open, {@code app[*]}. It stands for the resources at it, and
 * where it is that of a component, for all that stands in this.
 */
public record AddressPattern(List<Step> steps) {
  private static final String ANY = "*";

  public AddressPattern {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("an address has at least one step");
    }
  }

  /** A name and its keys; nothing where a key is left open. */
  public record Step(String name, List<Optional<Key>> keys) {
    public Step {
      keys = List.copyOf(keys);
    }

    private boolean matches(Address.Step step) {
      if (!name.equals(step.name()) || keys.size() != step.keys().size()) {
        return false;
      }
      for (int i = 0; i < keys.size(); i++) {
        if (keys.get(i).isPresent() && !keys.get(i).get().equals(step.keys().get(i))) {
          return false;
        }
      }
      return true;
    }

    private List<Key> captured(Address.Step step) {
      List<Key> captured = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        if (keys.get(i).isEmpty()) {
          captured.add(step.keys().get(i));
        }
      }
      return captured;
    }

    private Address.Step filled(Iterator<Key> captured) {
      return new Address.Step(
          name, keys.stream().map(key -> key.orElseGet(captured::next)).toList());
    }

    @Override
    public String toString() {
      return name
          + keys.stream()
              .map(key -> "[" + key.map(Key::toString).orElse(ANY) + "]")
              .collect(Collectors.joining());
    }
  }

  /** The pattern of one address and what stands in it. */
  public static AddressPattern of(Address address) {
    return new AddressPattern(
        address.steps().stream()
            .map(step -> new Step(step.name(), step.keys().stream().map(Optional::of).toList()))
            .toList());
  }

  /** The address, where no key is left open. */
  public Optional<Address> exact() {
    return open() == 0
        ? Optional.of(
            new Address(steps.stream().map(it -> it.filled(List.<Key>of().iterator())).toList()))
        : Optional.empty();
  }

  /** How many keys are left open. */
  public int open() {
    return (int)
        steps.stream().flatMap(step -> step.keys().stream()).filter(Optional::isEmpty).count();
  }

  public boolean matches(Address address) {
    if (address.steps().size() < steps.size()) {
      return false;
    }
    for (int i = 0; i < steps.size(); i++) {
      if (!steps.get(i).matches(address.steps().get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether {@code address} has the names that this asks for, and does not match it for its keys.
   */
  public boolean missesByKeys(Address address) {
    return !matches(address)
        && address.steps().size() >= steps.size()
        && steps.stream()
            .map(Step::name)
            .toList()
            .equals(
                address.steps().subList(0, steps.size()).stream().map(Address.Step::name).toList());
  }

  /**
   * Where {@code address} comes to when what matches this is moved to {@code to}: the keys that are
   * open here fill those that are open there, in order. Empty where it does not match.
   *
   * @throws IllegalArgumentException when not as many keys are open there as here
   */
  public Optional<Address> moved(Address address, AddressPattern to) {
    if (open() != to.open()) {
      throw new IllegalArgumentException("`" + this + "` and `" + to + "` leave other keys open");
    }
    if (!matches(address)) {
      return Optional.empty();
    }
    List<Key> captured = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      captured.addAll(steps.get(i).captured(address.steps().get(i)));
    }
    Iterator<Key> next = captured.iterator();
    List<Address.Step> moved = new ArrayList<>();
    to.steps.forEach(step -> moved.add(step.filled(next)));
    moved.addAll(address.steps().subList(steps.size(), address.steps().size()));
    return Optional.of(new Address(moved));
  }

  @Override
  public String toString() {
    return steps.stream().map(Step::toString).collect(Collectors.joining("."));
  }
}
