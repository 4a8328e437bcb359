package dev.dvl.engine.provider;

import dev.dvl.compiler.value.Path;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Finding;
import java.util.List;
import java.util.Set;

/**
 * How a change is carried out.
 *
 * @param ops with ids and needs that are local to this change; the undo ops among them need others
 *     to have failed, and should need done what they take back: an op that was skipped counts as
 *     failed
 * @param readSet the paths whose live values these calls rely on, besides those that differ
 * @param giving the ids of those ops after which what can be had once on the host is free again:
 *     its ports, ranges of addresses, addresses
 * @param taking the ids of those ops that take such things
 */
public record Planned(
    List<Op> ops,
    List<Finding> findings,
    Set<Path> readSet,
    Set<String> giving,
    Set<String> taking) {
  public Planned {
    giving = Set.copyOf(giving);
    taking = Set.copyOf(taking);
    ops = List.copyOf(ops);
    findings = List.copyOf(findings);
    readSet = Set.copyOf(readSet);
  }

  /** Of a change that neither gives up nor takes what can be had once. */
  public Planned(List<Op> ops, List<Finding> findings, Set<Path> readSet) {
    this(ops, findings, readSet, Set.of(), Set.of());
  }
}
