package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
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

/** Lets go of what is left on hosts that the program no longer has. */
final class LettingGo {
  private LettingGo() {}

  static Outcome<Decisions> of(Ownership ownership) {
    PlanRequest request = ownership.matched().request();
    List<Decision> decisions = new ArrayList<>();
    List<Diagnostic> refused = new ArrayList<>();
    Protection protection = new Protection(ownership.matched().selected());
    for (Abandoned object : ownership.abandoned()) {
      object.machine().flatMap(it -> protection.refusal(object.address())).ifPresent(refused::add);
      request
          .kinds()
          .find(object.object().kind())
          .map(kind -> new Decision(request.inputs().ids().get(), forgotten(object, kind)))
          .ifPresent(decisions::add);
    }
    return new Outcome<>(new Decisions(decisions, 0, List.of()), refused);
  }

  /** There is no calling on a host that the program lacks: only the ledger lets go. */
  private static Change forgotten(Abandoned object, KindSchema kind) {
    Change forgotten = ended(object, kind, Action.FORGET, Impact.NONE);
    return object
        .machine()
        .map(
            machine ->
                ended(object, kind, Action.DESTROY, HeldData.removing(kind))
                    .because("It goes with `" + machine + "`.")
                    .goingWith(machine))
        .orElseGet(
            () ->
                forgotten.because(
                    "Its host is not in the program: the ledger alone lets go of it."));
  }

  private static Change ended(Abandoned object, KindSchema kind, Action action, Impact impact) {
    return new Change(
        object.address(),
        kind,
        action,
        object.host(),
        Optional.of(Live.unread(object.object())),
        Optional.empty(),
        List.of(),
        impact,
        List.of());
  }
}
