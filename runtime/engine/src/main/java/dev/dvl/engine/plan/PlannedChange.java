package dev.dvl.engine.plan;

import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.FieldChange;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.live.Ref;
import java.util.List;
import java.util.Optional;

/**
 * A change as a plan shows it.
 *
 * @param object what stands for the resource on the platform before the change
 * @param taken how the resource comes by an object that was not made for it
 * @param goesWith the resource with whose object this one ends, without a call of its own
 * @param impact the dearest of the fields
 * @param reasons full sentences
 */
public record PlannedChange(
    Address address,
    String kind,
    Action action,
    Address host,
    Optional<Ref> object,
    Optional<Takeover> taken,
    Optional<Address> goesWith,
    Impact impact,
    List<String> reasons,
    List<FieldChange> fields) {

  public PlannedChange {
    reasons = List.copyOf(reasons);
    fields = List.copyOf(fields);
  }

  static PlannedChange of(Change change) {
    return new PlannedChange(
        change.address(),
        change.kind().name(),
        change.action(),
        change.host(),
        change.before().map(live -> live.ref()),
        change.taken(),
        change.goesWith(),
        change.impact(),
        change.reasons(),
        change.fields());
  }
}
