package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.host.LiveSources;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.identity.Matched;
import dev.dvl.engine.plan.judge.HostFates;
import dev.dvl.engine.plan.order.Ordered;
import dev.dvl.engine.provider.HostProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks hosts that were read what they would refuse of the ops that are planned on them. */
final class Foresight {
  private Foresight() {}

  static List<Diagnostic> of(Ordered ordered) {
    Matched matched = ordered.decided().matched();
    HostFates fates = new HostFates(ordered.decided().fates());
    Map<Address, Ref> objects = new HashMap<>();
    matched.own().forEach((address, live) -> objects.put(address, live.ref()));
    List<Diagnostic> found = new ArrayList<>();
    for (HostInstance host : matched.request().program().hosts()) {
      List<Op> ops = ordered.ops().stream().filter(op -> op.host().equals(host.address())).toList();
      boolean stays = fates.madeWith(host).isEmpty();
      if (stays && !ops.isEmpty() && matched.seen().readable(host.address()).isPresent()) {
        findings(matched, host, ops, objects)
            .forEach(finding -> found.add(matched.selected().told(finding)));
      }
    }
    return found;
  }

  private static List<Finding> findings(
      Matched matched, HostInstance host, List<Op> ops, Map<Address, Ref> objects) {
    try {
      return matched
          .request()
          .connections()
          .reader(host, new LiveSources(matched.own()))
          .foreseen(ops, objects);
    } catch (HostProblem impossible) {
      throw new IllegalStateException("a host was read that has no reader", impossible);
    }
  }
}
