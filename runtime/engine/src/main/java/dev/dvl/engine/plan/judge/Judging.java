package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.engine.plan.identity.Matched;
import dev.dvl.engine.plan.identity.Ownership;
import dev.dvl.engine.plan.identity.Strangers;
import java.util.ArrayList;
import java.util.List;

/**
 * The door of this room: compares resources with their objects, says what becomes of those and of
 * objects that nobody wants, and refuses what may not be.
 */
public final class Judging {
  private Judging() {}

  public static Outcome<Decided> of(Ownership ownership) {
    Matched matched = ownership.matched();
    Deciding resources = Deciding.all(matched);
    Outcome<Decisions> all =
        LettingGo.of(ownership)
            .and(resources.decisions(), Decisions::and)
            .and(Removals.of(matched, new HostFates(resources.fates())), Decisions::and);
    HostFates hosts = new HostFates(resources.fates());
    return all.with(new Strangers(matched).refused(host -> hosts.madeWith(host).isPresent()))
        .then(decisions -> decided(ownership, resources.fates(), decisions));
  }

  private static Outcome<Decided> decided(Ownership ownership, Fates fates, Decisions decisions) {
    Matched matched = ownership.matched();
    List<Decision> changes = new LastChanges(matched).explained(decisions.changes());
    Rollouts rollouts = Rollouts.of(fates, changes);
    Renames renames = Renames.of(fates, changes);
    List<String> notes = new ArrayList<>(decisions.notes());
    notes.addAll(renames.notes());
    return new Outcome<>(
        new Decided(
            ownership,
            fates,
            rollouts.decisions(),
            rollouts.batches(),
            decisions.unchanged() - rollouts.waiting(),
            notes),
        new Loss(new HostFates(fates), renames).refused());
  }
}
