package dev.dvl.engine.ledger;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.input.LedgerFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What only the ledger knows.
 *
 * @param made the object of each resource, as far as this stack made it
 * @param adopted what resources have taken over that was not made for them, until it is replaced
 * @param forgotten objects that are no longer this stack's, whatever they carry
 * @param hosts where each of those objects was made, as far as it was noted
 * @param guarded resources that were protected when they were last applied
 * @param ended when a run last came to an end
 */
public record Recorded(
    List<OpenIntent> open,
    Map<Address, Ref> made,
    Map<Address, Ref> adopted,
    Set<Ref> forgotten,
    Map<Address, Address> hosts,
    Set<Address> guarded,
    Optional<Instant> ended) {
  public static final Recorded NOTHING =
      new Recorded(List.of(), Map.of(), Map.of(), Set.of(), Map.of(), Set.of(), Optional.empty());

  public Recorded {
    open = List.copyOf(open);
    made = Map.copyOf(made);
    adopted = Map.copyOf(adopted);
    forgotten = Set.copyOf(forgotten);
    hosts = Map.copyOf(hosts);
    guarded = Set.copyOf(guarded);
  }

  /** What it knows of identity, to be written down anew. */
  List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    new TreeMap<>(adopted)
        .forEach(
            (resource, object) -> {
              Address host = hosts.get(resource);
              if (host != null) {
                claims.add(new Claim.Adopted(resource, object, host));
              }
            });
    forgotten.stream()
        .sorted(Comparator.comparing(Ref::kind).thenComparing(Ref::id))
        .forEach(object -> claims.add(new Claim.Forgotten(Address.of(object.kind()), object)));
    return claims;
  }

  /** The same for planning. */
  public LedgerFacts facts() {
    return new LedgerFacts(
        made,
        adopted,
        forgotten,
        hosts,
        guarded,
        ended,
        open.stream().map(intent -> intent.op().id()).collect(Collectors.toSet()));
  }
}
