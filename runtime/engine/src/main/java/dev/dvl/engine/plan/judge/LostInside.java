package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.plan.identity.Matched;
import dev.dvl.engine.provider.Lost;
import java.util.List;
import java.util.Optional;

/**
 * What is lost with a change beside what attributes tell, as the provider of its host knows: it
 * takes the same consent.
 */
record LostInside(List<Lost> lost) {
  static final LostInside NOTHING = new LostInside(List.of());

  static LostInside of(Change change, HostFates hosts) {
    Matched matched = hosts.fates().matched();
    return matched
        .request()
        .program()
        .host(change.host())
        .flatMap(host -> Optional.ofNullable(matched.seen().views().get(host.address())))
        .map(seen -> new LostInside(matched.request().provider(change.host()).lost(change, seen)))
        .orElse(NOTHING);
  }

  boolean isEmpty() {
    return lost.isEmpty();
  }

  /** The change at what it really costs. */
  Change priced(Change change) {
    Change priced = isEmpty() ? change : change.costing(change.impact().or(Impact.DATA_LOSS));
    for (Lost one : lost) {
      priced = priced.because(one.what());
    }
    return priced;
  }

  /** What is said to a user who has not agreed. */
  List<Diagnostic> refused(Subject subject, String text) {
    if (isEmpty() || subject.request().options().mayLoseData()) {
      return List.of();
    }
    Diagnostic refusal = Diagnostic.at(JudgeCodes.DATA_LOSS, subject.instance().origin(), text);
    return List.of(onto(refusal).note(Loss.AGREE));
  }

  /** What is lost and how to keep it, behind a refusal. */
  Diagnostic onto(Diagnostic refusal) {
    Diagnostic told = refusal;
    for (Lost one : lost) {
      told = told.note(one.what());
    }
    for (String way : lost.stream().flatMap(it -> it.ways().stream()).distinct().toList()) {
      told = told.note(way);
    }
    return told;
  }
}
