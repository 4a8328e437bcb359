package dev.dvl.engine.apply;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.ledger.Claim;
import dev.dvl.engine.ledger.Ledger;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Notes whose objects are from now on, before the first call: an object that is taken over and
 * replaced may lose the name it was found by, and a run that is cut off then must still know it.
 */
final class Claims {
  private Claims() {}

  static void note(Plan plan, Ledger ledger) throws IOException {
    for (PlannedChange change : plan.changes()) {
      if (change.object().isPresent()) {
        for (Claim claim : claims(change, change.object().get())) {
          ledger.claim(claim);
        }
      }
    }
    triggers(plan, ledger);
  }

  /**
   * Notes what {@code replace_when} says where nobody knows what it said when the object was made:
   * it was made by somebody else, or by an earlier dvl, or the ledger was lost. What an op makes is
   * noted with the op.
   */
  static void triggers(Plan plan, Ledger ledger) throws IOException {
    if (plan.triggers().isEmpty()) {
      return;
    }
    Set<Address> known = ledger.recorded().facts().triggers().keySet();
    Set<Address> made =
        plan.ops().stream().filter(Op::commits).map(Op::change).collect(Collectors.toSet());
    for (Map.Entry<Address, String> entry : plan.triggers().entrySet()) {
      if (!known.contains(entry.getKey()) && !made.contains(entry.getKey())) {
        ledger.claim(new Claim.Triggered(entry.getKey(), entry.getValue()));
      }
    }
  }

  /** Strikes out what was taken over and replaced, once all has ended well. */
  static void settle(Plan plan, Ledger ledger) throws IOException {
    List<PlannedChange> replaced =
        plan.changes().stream().filter(change -> change.action().replaces()).toList();
    if (replaced.isEmpty()) {
      return;
    }
    Map<Address, Ref> adopted = ledger.recorded().facts().adopted();
    for (PlannedChange change : replaced) {
      Ref old = adopted.get(change.address());
      if (old != null && change.object().filter(old::isSame).isPresent()) {
        ledger.claim(new Claim.Outlived(change.address(), old));
      }
    }
  }

  private static List<Claim> claims(PlannedChange change, Ref object) {
    if (change.action() == Action.FORGET) {
      return List.of(new Claim.Forgotten(change.address(), object));
    }
    return change.taken().map(taken -> claims(change, object, taken)).orElse(List.of());
  }

  /** What has moved and is replaced is known as taken over until its successor has its place. */
  private static List<Claim> claims(PlannedChange change, Ref object, Takeover taken) {
    Claim adopted = new Claim.Adopted(change.address(), object, change.host());
    return switch (taken) {
      case Takeover.Moved(Address from) -> {
        Claim moved = new Claim.Moved(from, change.address(), object, change.host());
        yield change.action().replaces() ? List.of(moved, adopted) : List.of(moved);
      }
      case Takeover.Adopted ignored -> List.of(adopted);
    };
  }
}
