package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.diff.ValuePart;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.plan.reading.Selected;
import java.util.Optional;

/**
 * Which outputs of planned resources come out of this apply as they are now: those of what stays,
 * and those that change only at a dearer change than the one that is planned.
 *
 * <p>Who joins other resources, such as a container another network, may get new outputs at no cost
 * at all; only those that come with a new object are steady then.
 */
public record SteadyOutputs(Fates fates) {

  boolean holds(Address resource, Path path) {
    return switch (fates.of(resource)) {
      case STAYS -> true;
      case CHANGES -> changesOn(resource, path).filter(on -> isBelow(resource, on)).isPresent();
      case MADE, UNDECIDED -> false;
    };
  }

  /** An output that no change of this plan can touch. */
  public Optional<Value> read(Address resource, Path path) {
    return holds(resource, path)
        ? fates.matched().object(resource).flatMap(live -> shown(live, path))
        : Optional.empty();
  }

  /** What a live object shows at a path, outputs first. */
  static Optional<Value> shown(Live live, Path path) {
    Value value = live.output(path.attribute());
    value = value.isNull() ? live.value(path.attribute()) : value;
    value = ValuePart.of(value, path);
    return value.isNull() ? Optional.empty() : Optional.of(value);
  }

  /** Empty where the path is no output, or the kind does not say on what it changes. */
  Optional<Impact> changesOn(Address resource, Path path) {
    Selected selected = fates.matched().selected();
    return selected
        .instance(resource)
        .map(selected::kind)
        .flatMap(kind -> kind.output(path.attribute()))
        .flatMap(KindSchema.Output::changesOn);
  }

  private boolean isBelow(Address resource, Impact changesOn) {
    Outlook planned = fates.outlook(resource);
    return planned.impact().compareTo(changesOn) < 0
        && (changesOn.compareTo(Impact.REPLACE) >= 0 || !planned.joins());
  }
}
