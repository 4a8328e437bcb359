package dev.dvl.engine.plan;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.diff.Targets;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import java.util.Optional;

/** What references stand for while a plan is made. */
record PlannedTargets(Draft draft) implements Targets {
  @Override
  public Optional<Ref> object(Address address) {
    return Decide.object(draft, address);
  }

  @Override
  public Optional<Ref> now(Address address) {
    return Optional.ofNullable(draft.own.get(address)).map(Live::ref);
  }
}
