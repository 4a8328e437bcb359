package dev.dvl.engine.plan.order;

import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.order.ClaimNeeds.Sort;
import java.util.List;
import java.util.Optional;

/** Two changes, of which one takes what the other gives up. */
record Pair(Once what, OpGroup giver, OpGroup taker) {

  void order(Chains chains) {
    switch (what) {
      case NAME -> {
        wait(Sort.NAME, taker.taking(what), giver.giving(what));
        wait(Sort.ASIDE, taker.taking(what), giver.leavingName());
      }
      case USE -> wait(Sort.USE, taker.taking(what), giver.giving(what));
    }
    if (!giver.takingBack(what).isEmpty()) {
      keepWayBack(chains);
    }
  }

  /**
   * What gives up something may want it back. So what takes it is not beyond its own way back
   * before the giver is; of those that go around in a circle none is before all can be. Where both
   * go back, the taker gives back first. What has no way back takes it only when the giver is done,
   * unless others wait for it, too.
   */
  private void keepWayBack(Chains chains) {
    Optional<Op> turning = taker.turning();
    if (turning.isPresent() && !taker.givingBack(what).isEmpty()) {
      keepWayBack(List.of(turning.get()), chains.circle(taker));
    } else if (!chains.gives(taker)) {
      wait(Sort.SAFE, taker.taking(what), giver.ending());
    }
  }

  private void keepWayBack(List<Op> turning, List<OpGroup> circle) {
    if (circle.contains(giver)) {
      circle.forEach(other -> wait(Sort.SAFE, turning, other.beforeTurning()));
    } else {
      wait(Sort.SAFE, turning, giver.ending());
    }
    for (Op back : giver.takingBack(what)) {
      taker
          .givingBack(what)
          .forEach(op -> giver.claims().add(back, Sort.SAFE, Op.Need.over(op.id())));
    }
  }

  private void wait(Sort sort, List<Op> ops, List<Op> others) {
    for (Op op : ops) {
      others.forEach(other -> taker.claims().add(op, sort, Op.Need.done(other.id())));
    }
  }
}
