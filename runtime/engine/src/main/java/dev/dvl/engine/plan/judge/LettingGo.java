package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.plan.identity.Abandoned;
import dev.dvl.engine.plan.identity.Ownership;
import dev.dvl.engine.plan.input.PlanRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Lets go of what is left on hosts that the program no longer has. */
final class LettingGo {
  private LettingGo() {}

  static Decisions of(Ownership ownership) {
    PlanRequest request = ownership.matched().request();
    List<Decision> decisions = new ArrayList<>();
    for (Abandoned object : ownership.abandoned()) {
      request
          .kinds()
          .find(object.object().kind())
          .map(kind -> new Decision(request.inputs().ids().get(), forgotten(object, kind)))
          .ifPresent(decisions::add);
    }
    return new Decisions(decisions, 0, List.of());
  }

  /** There is no calling on a host that the program lacks: only the ledger lets go. */
  private static Change forgotten(Abandoned object, KindSchema kind) {
    Live unread =
        new Live(
            object.object(),
            Live.Standing.FOREIGN,
            Optional.empty(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>());
    return new Change(
        object.address(),
        kind,
        Action.FORGET,
        object.host(),
        Optional.of(unread),
        Optional.empty(),
        List.of(),
        Impact.NONE,
        List.of("Its host is not in the program: the ledger alone lets go of it."));
  }
}
