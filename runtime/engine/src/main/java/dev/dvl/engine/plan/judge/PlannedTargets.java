package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.diff.Targets;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import java.util.Optional;

/** What references stand for while a plan is made. */
record PlannedTargets(Fates fates) implements Targets {
  @Override
  public Optional<Ref> object(Address address) {
    return fates.object(address);
  }

  @Override
  public Optional<Ref> now(Address address) {
    return fates.matched().object(address).map(Live::ref);
  }
}
