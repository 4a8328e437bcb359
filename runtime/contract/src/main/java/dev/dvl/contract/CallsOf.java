package dev.dvl.contract;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import java.util.stream.Collectors;

/** What a change consists of, so that changes of the same calls are known as such. */
public final class CallsOf {
  private CallsOf() {}

  /** The kind, what happens to it, and the calls in the order of the plan. */
  public static String of(Plan plan, Address address) {
    String head =
        plan.changes().stream()
            .filter(change -> change.address().equals(address))
            .map(CallsOf::head)
            .distinct()
            .collect(Collectors.joining(" and "));
    String calls =
        plan.ops().stream()
            .filter(op -> op.change().equals(address) && !op.undoes())
            .map(Op::call)
            .distinct()
            .collect(Collectors.joining(", "));
    return head + ": " + calls;
  }

  private static String head(PlannedChange change) {
    return change.kind() + ", " + change.action().word();
  }
}
