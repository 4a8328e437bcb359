package dev.dvl.engine.apply;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.ledger.Claim;
import dev.dvl.engine.ledger.Ledger;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import java.io.IOException;
import java.util.Optional;

/**
 * Notes whose objects are from now on, before the first call: an object that is taken over and
 * replaced may lose the name it was found by, and a run that is cut off then must still know it.
 */
final class Claims {
  private Claims() {}

  static void note(Plan plan, Ledger ledger) throws IOException {
    for (PlannedChange change : plan.changes()) {
      Optional<Claim> claim = change.object().flatMap(object -> claim(change, object));
      if (claim.isPresent()) {
        ledger.claim(claim.get());
      }
    }
  }

  private static Optional<Claim> claim(PlannedChange change, Ref object) {
    if (change.action() == Action.FORGET) {
      return Optional.of(new Claim.Forgotten(change.address(), object));
    }
    return change.taken().map(taken -> claim(change, object, taken));
  }

  private static Claim claim(PlannedChange change, Ref object, Takeover taken) {
    return switch (taken) {
      case Takeover.Moved(Address from) ->
          new Claim.Moved(from, change.address(), object, change.host());
      case Takeover.Adopted ignored ->
          new Claim.Adopted(change.address(), object, change.host());
    };
  }
}
