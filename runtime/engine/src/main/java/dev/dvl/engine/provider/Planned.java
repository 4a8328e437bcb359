package dev.dvl.engine.provider;

import dev.dvl.compiler.value.Path;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.Op.Role;
import dev.dvl.engine.live.Finding;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a change is carried out.
 *
 * @param ops with ids and needs that are local to this change; the undo ops among them need others
 *     to have failed, and need begun what they take back: an op that was skipped counts as failed,
 *     and one that failed may have had its effect. One that gives back what another took away, and
 *     needs that to be done, is an {@link IllegalArgumentException}
 * @param readSet the paths whose live values these calls rely on, besides those that differ
 * @param uses how what an object uses is passed on: ports, ranges of addresses, addresses
 * @param names how its name is passed on
 * @param spare the ids of those ops by which an object leaves its name to nobody, and comes back to
 *     it: they are made only where names go around in a circle, and nothing but {@code spare} ops
 *     needs one
 * @param stopping the ids of those ops with which the object stops and will be started again, so
 *     that what stands on it stops with it
 * @param closing the ids of those ops that come last, once the host that the object is can be used:
 *     nothing needs them, and they are left out where nobody uses that host
 */
public record Planned(
    List<Op> ops,
    List<Finding> findings,
    Set<Path> readSet,
    Handover uses,
    Handover names,
    Set<String> spare,
    Set<String> stopping,
    Set<String> closing) {
  public Planned {
    stopping = Set.copyOf(stopping);
    closing = Set.copyOf(closing);
    spare = Set.copyOf(spare);
    ops = List.copyOf(ops);
    findings = List.copyOf(findings);
    readSet = Set.copyOf(readSet);
    takesBackWhatFailed(ops);
  }

  private static void takesBackWhatFailed(List<Op> ops) {
    Set<String> takingAway =
        ops.stream()
            .filter(op -> op.role() == Role.REMOVES || op.role() == Role.CHANGES)
            .map(Op::id)
            .collect(Collectors.toSet());
    for (Op op : ops) {
      for (Op.Need need : op.needs()) {
        if (op.undoes() && need.on() == Op.On.DONE && takingAway.contains(need.op())) {
          throw new IllegalArgumentException(
              "`%s` is made only where `%s` is done, and that may fail after its effect"
                  .formatted(op.id(), need.op()));
        }
      }
    }
  }

  /** Of a change that neither gives up nor takes what can be had once. */
  public Planned(List<Op> ops, List<Finding> findings, Set<Path> readSet) {
    this(ops, findings, readSet, Handover.NONE, Handover.NONE, Set.of(), Set.of(), Set.of());
  }

  /** The same with other ops under the same ids. */
  public Planned with(List<Op> others) {
    return new Planned(others, findings, readSet, uses, names, spare, stopping, closing);
  }

  /** The same, which relies on the live values at these paths, too. */
  public Planned relyingOn(Set<Path> paths) {
    return new Planned(ops, findings, paths, uses, names, spare, stopping, closing);
  }
}
