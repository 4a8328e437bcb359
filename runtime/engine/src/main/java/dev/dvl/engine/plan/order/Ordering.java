package dev.dvl.engine.plan.order;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.plan.identity.Matched;
import dev.dvl.engine.plan.judge.Decided;
import dev.dvl.engine.plan.judge.Decision;
import dev.dvl.engine.plan.judge.HostFates;
import dev.dvl.engine.provider.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The door of this room: asks each change's provider for the calls that carry it out, and joins the
 * calls of all changes.
 */
public final class Ordering {
  private final Decided decided;
  private final Matched matched;
  private final ShiftingLooks shifting;

  private Ordering(Decided decided) {
    this.decided = decided;
    this.matched = decided.matched();
    this.shifting = ShiftingLooks.of(decided);
  }

  /** No calls at all where a user only looks. */
  public static Outcome<Ordered> of(Decided decided) {
    if (decided.matched().request().options().refreshOnly()) {
      return new Outcome<>(new Ordered(decided, List.of(), List.of()), List.of());
    }
    return new Ordering(decided).all();
  }

  private Outcome<Ordered> all() {
    List<OpGroup> groups = new ArrayList<>();
    List<Diagnostic> found = new ArrayList<>();
    for (Decision decision : decided.changes()) {
      if (isCarriedOut(decision.change())) {
        Planned planned = planned(decision.change());
        planned.findings().forEach(finding -> found.add(matched.selected().told(finding)));
        groups.add(group(decision, planned));
      }
    }
    List<Change> carriedOut =
        groups.stream().filter(group -> !group.isEmpty()).map(OpGroup::change).toList();
    return new Outcome<>(groups, found)
        .then(it -> Connect.all(it, decided, readiness(it)))
        .then(ops -> new Outcome<>(new Ordered(decided, carriedOut, ops), List.of()));
  }

  private HostReadiness readiness(List<OpGroup> groups) {
    return HostReadiness.of(groups, decided);
  }

  /** What only the ledger forgets takes no call, and what goes with its machine neither. */
  private boolean isCarriedOut(Change change) {
    if (change.goesWith().isPresent()) {
      return false;
    }
    return switch (change.action()) {
      case CREATE, UPDATE, REPLACE, REPLACE_START_FIRST, DESTROY, ADOPT, MOVE -> true;
      case FORGET -> matched.seen().views().containsKey(change.host());
      case CONDITIONAL, UNDECIDED -> false;
    };
  }

  private Planned planned(Change change) {
    HostInstance host = matched.request().program().host(change.host()).orElseThrow();
    return matched
        .request()
        .provider(change.host())
        .plan(change, new HostFates(decided.fates()).view(host));
  }

  private OpGroup group(Decision decision, Planned planned) {
    Change change = decision.change();
    Set<String> relied = new TreeSet<>();
    planned.readSet().forEach(path -> relied.add(path.attribute()));
    Optional<String> name =
        change.after().flatMap(desired -> matched.seen().platformName(desired.instance()));
    return new OpGroup(
        decision.id(),
        change,
        planned.with(CallLimits.of(matched.selected(), change).on(planned.ops())),
        Guards.of(change, relied, name, shifting));
  }
}
