package dev.dvl.engine.plan;

import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.plan.identity.Abandoned;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Lets go of what is left on hosts that the program no longer has. */
final class Forgotten implements PlanStep {
  @Override
  public void run(Draft draft) {
    for (Abandoned object : draft.identified.abandoned()) {
      draft.kinds.find(object.object().kind()).ifPresent(kind -> forget(draft, object, kind));
    }
  }

  /** There is no calling on a host that the program lacks: only the ledger lets go. */
  private static void forget(Draft draft, Abandoned object, KindSchema kind) {
    Live unread =
        new Live(
            object.object(),
            Live.Standing.FOREIGN,
            Optional.empty(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>());
    draft.decided.add(
        new Draft.Decided(
            draft.inputs.ids().get(),
            new Change(
                object.address(),
                kind,
                Action.FORGET,
                object.host(),
                Optional.of(unread),
                Optional.empty(),
                List.of(),
                Impact.NONE,
                List.of("Its host is not in the program: the ledger alone lets go of it."))));
  }
}
