package dev.dvl.engine.plan;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks hosts that were read what they would refuse of the ops that are planned on them. */
final class Foresee implements PlanStep {
  @Override
  public void run(Draft draft) {
    Map<Address, Ref> objects = new HashMap<>();
    draft.own.forEach((address, live) -> objects.put(address, live.ref()));
    for (HostInstance host : draft.program.hosts()) {
      List<Op> ops = draft.ops.stream().filter(op -> op.host().equals(host.address())).toList();
      if (!ops.isEmpty() && draft.views.get(host.address()) instanceof HostView.Readable) {
        findings(draft, host, ops, objects)
            .forEach(
                finding ->
                    draft.diagnostics.report(draft.identified.matched().selected().told(finding)));
      }
    }
  }

  private static List<Finding> findings(
      Draft draft, HostInstance host, List<Op> ops, Map<Address, Ref> objects) {
    try {
      return draft.connections.reader(host).foreseen(ops, objects);
    } catch (HostProblem impossible) {
      throw new IllegalStateException("a host was read that has no reader", impossible);
    }
  }
}
