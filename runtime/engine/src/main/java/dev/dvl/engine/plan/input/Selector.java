package dev.dvl.engine.plan.input;

import dev.dvl.compiler.value.Address;
import java.util.List;

/**
 * Picks resources by address: the one at it, every instance of a keyed declaration by its bare
 * name, and all that stands inside a component.
 */
public record Selector(Address address) {

  public boolean picks(Address candidate) {
    List<Address.Step> wanted = address.steps();
    List<Address.Step> given = candidate.steps();
    if (given.size() < wanted.size()) {
      return false;
    }
    int last = wanted.size() - 1;
    return given.subList(0, last).equals(wanted.subList(0, last))
        && picks(wanted.get(last), given.get(last));
  }

  private static boolean picks(Address.Step wanted, Address.Step given) {
    return wanted.name().equals(given.name())
        && given.keys().size() >= wanted.keys().size()
        && given.keys().subList(0, wanted.keys().size()).equals(wanted.keys());
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
