package dev.dvl.engine.plan.order;

import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.judge.Decided;
import java.util.List;

/**
 * The calls that carry out what was decided.
 *
 * @param carriedOut the changes that have calls
 * @param ops in an order in which needs come first; none where they wait for each other
 */
public record Ordered(Decided decided, List<Change> carriedOut, List<Op> ops) {
  public Ordered {
    carriedOut = List.copyOf(carriedOut);
    ops = List.copyOf(ops);
  }
}
