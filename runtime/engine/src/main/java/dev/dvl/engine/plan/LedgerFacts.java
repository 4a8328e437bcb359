package dev.dvl.engine.plan;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Ref;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What only this stack's ledger knows.
 *
 * @param made objects that dvl made and did not remove, by the address they were made for
 * @param hosts where each of those was made, as far as it was noted
 * @param guarded addresses that were protected when they were last applied
 * @param ended when a run of this stack last came to an end
 * @param unended ids of ops that an earlier run began and did not end
 */
public record LedgerFacts(
    Map<Address, Ref> made,
    Map<Address, Address> hosts,
    Set<Address> guarded,
    Optional<Instant> ended,
    Set<String> unended) {
  public static final LedgerFacts NONE =
      new LedgerFacts(Map.of(), Map.of(), Set.of(), Optional.empty(), Set.of());

  public LedgerFacts {
    made = Map.copyOf(made);
    hosts = Map.copyOf(hosts);
    guarded = Set.copyOf(guarded);
    unended = Set.copyOf(unended);
  }
}
