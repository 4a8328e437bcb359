package dev.dvl.engine.provider;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Stack;
import java.util.List;
import java.util.Set;

/**
 * What planning wants to know of a host.
 *
 * @param claims names that the program wants, to be checked for strangers
 * @param wanted the instances on this host, so that what they refer to in the outside world (a
 *     build context, a tag) is looked up in the same pass
 * @param relied attributes that are looked at although nothing is wanted: a provider may leave out
 *     of its answer what costs calls of its own and is neither wanted nor relied on
 */
public record Query(
    Stack stack, List<Claim> claims, List<Instance> wanted, Scope scope, Set<String> relied) {

  public Query {
    claims = List.copyOf(claims);
    wanted = List.copyOf(wanted);
    relied = Set.copyOf(relied);
  }

  /** Where what is wanted says what is looked at. */
  public Query(Stack stack, List<Claim> claims, List<Instance> wanted, Scope scope) {
    this(stack, claims, wanted, scope, Set.of());
  }

  /** A name that a resource of the program has or wants on the platform. */
  public record Claim(Address address, String kind, String platformName) {}

  /** Which objects are read. */
  public enum Scope {
    /** Those of the stack, and those under claimed names. */
    OURS,
    /** Only those under claimed names or ids. */
    CLAIMED,
    /** All there are. */
    EVERYTHING
  }
}
