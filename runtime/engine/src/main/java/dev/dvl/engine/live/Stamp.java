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
 * @param adopted whether somebody else made the object: what the program does not set is theirs
 */
public record Stamp(
    Stack stack,
    Address address,
    String kind,
    String op,
    Set<String> names,
    Map<String, String> fingerprints,
    boolean adopted) {
  /** No change has such an id. */
  private static final String REMEMBERED = "ledger";

  public Stamp {
    names = Set.copyOf(names);
    fingerprints = Map.copyOf(fingerprints);
  }

  /** Of an object that dvl made. */
  public Stamp(
      Stack stack,
      Address address,
      String kind,
      String op,
      Set<String> names,
      Map<String, String> fingerprints) {
    this(stack, address, kind, op, names, fingerprints, false);
  }

  /** What stands in for the record of an object that carries none, and that the ledger knows. */
  public static Stamp remembered(
      Stack stack, Address address, String kind, Map<String, String> fingerprints) {
    return new Stamp(stack, address, kind, REMEMBERED, Set.of(), fingerprints);
  }

  /** Whether it stands on no object: the ledger alone knows whose that is. */
  public boolean isRemembered() {
    return op.equals(REMEMBERED);
  }

  /** The same record for a resource that has moved. */
  public Stamp at(Address moved) {
    return new Stamp(stack, moved, kind, op, names, fingerprints, adopted);
  }

  /** The same record for an object that somebody else made. */
  public Stamp adopting() {
    return new Stamp(stack, address, kind, op, names, fingerprints, true);
  }
}
