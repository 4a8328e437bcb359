package dev.dvl.engine.plan;

import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.plan.Draft.Fate;
import java.util.Optional;

/**
 * Which outputs of planned resources come out of this apply as they are now: those of what stays,
 * and those that change only at a dearer change than the one that is planned.
 *
 * <p>Who joins other resources, such as a container another network, may get new outputs at no cost
 * at all; only those that come with a new object are steady then.
 */
record Steady(Draft draft) {

  boolean holds(Address resource, Path path) {
    return switch (draft.fates.getOrDefault(resource, Fate.UNDECIDED)) {
      case STAYS -> true;
      case CHANGES -> changesOn(resource, path).filter(on -> isBelow(resource, on)).isPresent();
      case MADE, UNDECIDED -> false;
    };
  }

  /** An output that no change of this plan can touch. */
  Optional<Value> read(Address resource, Path path) {
    return holds(resource, path)
        ? Optional.ofNullable(draft.own.get(resource)).flatMap(live -> Decide.shown(live, path))
        : Optional.empty();
  }

  /** Empty where the path is no output, or the kind does not say on what it changes. */
  Optional<Impact> changesOn(Address resource, Path path) {
    return Optional.ofNullable(draft.instances.get(resource))
        .map(instance -> draft.kinds.get(instance.kind()))
        .flatMap(kind -> kind.output(path.attribute()))
        .flatMap(KindSchema.Output::changesOn);
  }

  private boolean isBelow(Address resource, Impact changesOn) {
    Impact planned = draft.impacts.getOrDefault(resource, Impact.NONE);
    return planned.compareTo(changesOn) < 0
        && (changesOn.compareTo(Impact.REPLACE) >= 0 || !draft.joining.contains(resource));
  }
}
