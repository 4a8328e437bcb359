package dev.dvl.engine.provider;

import dev.dvl.compiler.value.Address;
import java.util.List;
import java.util.SortedSet;

/**
 * Where the platform's own command line looks up by name how to reach a host: files of the user.
 * Each entry that dvl writes says whose it is; no other entry is ever changed.
 */
public interface Contexts {

  /** Whose an entry is: the host of a stack, in the form {@code ID/NAME}. */
  record Owner(String stack, Address address) {}

  /**
   * What came of writing one.
   *
   * @param changed whether anything was not so before
   * @param notes what the user has to do so that it serves: full sentences
   */
  record Entry(boolean changed, List<String> notes) {
    public Entry {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Writes the entry of a host, anew where it is another one by now.
   *
   * @throws HostProblem when somebody else's entry has the name, or the host has no address
   */
  Entry write(String name, Owner owner, HostSpec spec) throws HostProblem;

  /** The hosts of a stack that have an entry. */
  SortedSet<Address> of(String stack) throws HostProblem;

  /**
   * Removes the entries of a host, whether it is still there or not.
   *
   * @return their names
   */
  SortedSet<String> remove(Owner owner) throws HostProblem;
}
