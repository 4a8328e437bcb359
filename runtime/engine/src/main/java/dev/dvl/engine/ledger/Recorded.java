package dev.dvl.engine.ledger;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.input.LedgerFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What only the ledger knows.
 *
 * @param open what was begun, and nobody knows how it ended
 */
public record Recorded(List<OpenIntent> open, LedgerFacts facts) {
  public static final Recorded NOTHING = new Recorded(List.of(), LedgerFacts.NONE);

  public Recorded {
    open = List.copyOf(open);
  }

  /** What it knows of objects that none of them carries, to be written down anew. */
  List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    new TreeMap<>(facts.adopted())
        .forEach(
            (resource, object) -> {
              Address host = facts.hosts().get(resource);
              if (host != null) {
                claims.add(new Claim.Adopted(resource, object, host));
              }
            });
    facts.forgotten().stream()
        .sorted(Comparator.comparing(Ref::kind).thenComparing(Ref::id))
        .forEach(object -> claims.add(new Claim.Forgotten(Address.of(object.kind()), object)));
    facts.unsteady().stream().sorted().forEach(it -> claims.add(new Claim.Unsteady(it)));
    new TreeMap<>(facts.triggers())
        .forEach((resource, print) -> claims.add(new Claim.Triggered(resource, print)));
    return claims;
  }
}
