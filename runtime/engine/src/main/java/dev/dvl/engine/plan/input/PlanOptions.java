package dev.dvl.engine.plan.input;

import dev.dvl.compiler.schema.Impact;
import java.util.List;
import java.util.Set;

/**
 * What a user asks of a plan.
 *
 * @param targets only these resources and what they need; all where empty
 * @param excludes not these, nor what needs them
 * @param refreshOnly show what differs, and plan no op
 * @param destroy want nothing of the program
 * @param allowed dangers that are agreed to, in the words of impacts: {@code data_loss}
 */
public record PlanOptions(
    List<Selector> targets,
    List<Selector> excludes,
    boolean refreshOnly,
    boolean destroy,
    Set<String> allowed) {
  public static final PlanOptions NONE =
      new PlanOptions(List.of(), List.of(), false, false, Set.of());

  public PlanOptions {
    targets = List.copyOf(targets);
    excludes = List.copyOf(excludes);
    allowed = Set.copyOf(allowed);
  }

  public PlanOptions destroying() {
    return new PlanOptions(targets, excludes, refreshOnly, true, allowed);
  }

  public PlanOptions allowing(Set<String> dangers) {
    return new PlanOptions(targets, excludes, refreshOnly, destroy, dangers);
  }

  /** Whether data may be lost: a user agreed to it, asked for the end of all, or only looks. */
  public boolean mayLoseData() {
    return destroy || refreshOnly || allowed.contains(Impact.DATA_LOSS.word());
  }

  /** Whether data of others may be lost as well, whose objects were adopted. */
  public boolean mayLoseAdoptedData() {
    return refreshOnly || allowed.contains(Impact.DATA_LOSS.word());
  }
}
