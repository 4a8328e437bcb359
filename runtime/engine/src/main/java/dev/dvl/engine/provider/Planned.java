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
 */
public record Planned(List<Op> ops, List<Finding> findings, Set<Path> readSet) {
  public Planned {
    ops = List.copyOf(ops);
    findings = List.copyOf(findings);
    readSet = Set.copyOf(readSet);
  }
}
