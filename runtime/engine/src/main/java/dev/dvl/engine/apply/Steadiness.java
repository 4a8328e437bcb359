package dev.dvl.engine.apply;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.ledger.Claim;
import dev.dvl.engine.ledger.Ledger;
import dev.dvl.engine.plan.Plan;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Notes which resources are to be seen to be good, before the first call that may make them
 * otherwise. The end of the op that has seen it strikes the note out.
 *
 * @param watched the resources that an op of the plan waits for so
 */
record Steadiness(Set<Address> watched) {

  static Steadiness of(Plan plan) {
    return new Steadiness(
        plan.ops().stream().filter(Op::isSteady).map(Op::change).collect(Collectors.toSet()));
  }

  /** Before an op: durable when it returns. */
  void note(Op op, Ledger ledger) throws IOException {
    boolean first = op.needs().stream().noneMatch(need -> isOfSame(need.op(), op.id()));
    if (first && op.role() != Op.Role.WAITS && watched.contains(op.change())) {
      ledger.claim(new Claim.Unsteady(op.change()));
    }
  }

  /** Ids of ops of one change are the same up to a dot. */
  private static boolean isOfSame(String one, String other) {
    return one.substring(0, one.indexOf('.') + 1)
        .equals(other.substring(0, other.indexOf('.') + 1));
  }
}
