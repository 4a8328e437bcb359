package dev.dvl.contract;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.diff.LiveDigest;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.Query;
import dev.dvl.engine.provider.Query.Claim;
import dev.dvl.engine.provider.Query.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Objects as an apply looks at them before a call. It knows no program any more: what a plan relies
 * on has to show itself to a reading that wants nothing.
 */
public final class Guarded {
  private Guarded() {}

  /** What nobody touched since the plan was made, and yet does not look as the plan relies on. */
  public static List<String> changed(Bench bench, Plan plan) throws HostProblem {
    List<String> changed = new ArrayList<>();
    try (var connections = bench.connections()) {
      for (HostInstance host : standing(plan)) {
        List<Op> ops =
            plan.ops().stream()
                .filter(op -> op.host().equals(host.address()))
                .filter(op -> op.guard().filter(Op.Guard.Unchanged.class::isInstance).isPresent())
                .toList();
        if (ops.isEmpty()) {
          continue; // a machine that is yet to come up, perhaps
        }
        for (Scope scope : List.of(Scope.OURS, Scope.CLAIMED)) {
          List<Live> objects =
              connections
                  .reader(host)
                  .read(query(bench.stack(), plan, ops, scope), Cancel.NEVER)
                  .objects();
          ops.stream()
              .filter(op -> !holds(op, objects))
              .forEach(op -> changed.add(told(op, scope)));
        }
      }
    }
    return changed;
  }

  /** Hosts that stand by themselves: what is on a machine is looked at when that is there. */
  private static List<HostInstance> standing(Plan plan) {
    return plan.hosts().stream().filter(host -> host.sources().isEmpty()).toList();
  }

  /** By the id, and by the name under which it was planned, as an apply asks. */
  private static Query query(Stack stack, Plan plan, List<Op> ops, Scope scope) {
    List<Claim> claims = new ArrayList<>();
    Set<String> relied = new HashSet<>();
    for (Op op : ops) {
      Op.Guard.Unchanged guard = guard(op);
      claims.add(new Claim(op.change(), guard.kind(), guard.id()));
      plan.changes().stream()
          .flatMap(change -> change.object().stream())
          .filter(object -> object.kind().equals(guard.kind()) && object.id().equals(guard.id()))
          .forEach(object -> claims.add(new Claim(op.change(), guard.kind(), object.name())));
      relied.addAll(guard.attributes());
    }
    return new Query(stack, claims, List.of(), scope, relied);
  }

  private static boolean holds(Op op, List<Live> objects) {
    Op.Guard.Unchanged guard = guard(op);
    return objects.stream()
        .filter(it -> it.ref().kind().equals(guard.kind()) && it.ref().id().equals(guard.id()))
        .anyMatch(it -> LiveDigest.of(it, guard.attributes()).equals(guard.digest()));
  }

  private static String told(Op op, Scope scope) {
    return op.change() + " in a reading of " + scope + ": " + guard(op).attributes();
  }

  private static Op.Guard.Unchanged guard(Op op) {
    return (Op.Guard.Unchanged) op.guard().orElseThrow();
  }
}
