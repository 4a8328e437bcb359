package dev.dvl.engine.plan.input;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Ref;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What only this stack's ledger knows.
 *
 * @param made objects that dvl made and did not remove, by the address they stand for
 * @param adopted what resources have taken over that was not made for them, until it is replaced
 * @param forgotten objects that may still carry a birth record, and are no longer managed
 * @param hosts where each of those was made, as far as it was noted
 * @param guarded addresses that were protected when they were last applied
 * @param ended when the last run of this stack came to an end; empty where it was cut off
 * @param unsteady resources whose change began and that were not seen to be good for as long as
 *     they were to be
 * @param triggers fingerprints of what {@code replace_when} said when an object was made that
 *     carries no record, by the resource
 * @param unended ids of ops that an earlier run began and did not end
 */
public record LedgerFacts(
    Map<Address, Ref> made,
    Map<Address, Ref> adopted,
    Set<Ref> forgotten,
    Map<Address, Address> hosts,
    Set<Address> guarded,
    Optional<Instant> ended,
    Set<Address> unsteady,
    Map<Address, String> triggers,
    Set<String> unended) {
  public static final LedgerFacts NONE =
      new LedgerFacts(
          Map.of(),
          Map.of(),
          Set.of(),
          Map.of(),
          Set.of(),
          Optional.empty(),
          Set.of(),
          Map.of(),
          Set.of());

  public LedgerFacts {
    made = Map.copyOf(made);
    adopted = Map.copyOf(adopted);
    forgotten = Set.copyOf(forgotten);
    hosts = Map.copyOf(hosts);
    guarded = Set.copyOf(guarded);
    unsteady = Set.copyOf(unsteady);
    triggers = Map.copyOf(triggers);
    unended = Set.copyOf(unended);
  }

  /** What is known to stand for a resource. */
  public Optional<Ref> object(Address resource) {
    return Optional.ofNullable(made.get(resource))
        .or(() -> Optional.ofNullable(adopted.get(resource)));
  }

  /** What {@code replace_when} said of a resource when its object was made, if that is known. */
  public Optional<String> trigger(Address resource) {
    return Optional.ofNullable(triggers.get(resource));
  }

  /** The resource that adopted an object. */
  public Optional<Address> adopter(Ref object) {
    return adopted.entrySet().stream()
        .filter(entry -> entry.getValue().isSame(object))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst();
  }

  /** The resources that an object is known to stand for. */
  public Stream<Address> known(Ref object) {
    return Stream.concat(made.entrySet().stream(), adopted.entrySet().stream())
        .filter(entry -> entry.getValue().isSame(object))
        .map(Map.Entry::getKey)
        .sorted();
  }

  /** Whether the ledger let go of an object. */
  public boolean forgot(Ref object) {
    return forgotten.stream().anyMatch(object::isSame);
  }
}
