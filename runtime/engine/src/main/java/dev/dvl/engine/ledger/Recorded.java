package dev.dvl.engine.ledger;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.LedgerFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What only the ledger knows.
 *
 * @param made the object of each resource, as far as this stack made it
 * @param hosts where each of those objects was made, as far as it was noted
 * @param guarded resources that were protected when they were last applied
 * @param ended when a run last came to an end
 */
public record Recorded(
    List<OpenIntent> open,
    Map<Address, Ref> made,
    Map<Address, Address> hosts,
    Set<Address> guarded,
    Optional<Instant> ended) {
  public static final Recorded NOTHING =
      new Recorded(List.of(), Map.of(), Map.of(), Set.of(), Optional.empty());

  public Recorded {
    open = List.copyOf(open);
    made = Map.copyOf(made);
    hosts = Map.copyOf(hosts);
    guarded = Set.copyOf(guarded);
  }

  /** The same for planning. */
  public LedgerFacts facts() {
    return new LedgerFacts(
        made,
        hosts,
        guarded,
        ended,
        open.stream().map(intent -> intent.op().id()).collect(Collectors.toSet()));
  }
}
