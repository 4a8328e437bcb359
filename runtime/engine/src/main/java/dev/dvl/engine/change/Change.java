package dev.dvl.engine.change;

import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Live;
import java.util.List;
import java.util.Optional;

/**
 * What is to happen to one resource.
 *
 * @param host the host it is on
 * @param before the live object; absent for a creation
 * @param after what is wanted; absent for a destruction
 * @param fields those that differ; for a creation those that are set
 * @param impact the dearest of the fields
 * @param reasons why it is as dear as that, and what else led to it: full sentences
 */
public record Change(
    Address address,
    KindSchema kind,
    Action action,
    Address host,
    Optional<Live> before,
    Optional<Desired> after,
    List<FieldChange> fields,
    Impact impact,
    List<String> reasons) {

  public Change {
    fields = List.copyOf(fields);
    reasons = List.copyOf(reasons);
  }

  /** Whether it makes a new object. */
  public boolean makes() {
    return action == Action.CREATE || action.replaces();
  }
}
