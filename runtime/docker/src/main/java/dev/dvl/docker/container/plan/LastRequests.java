package dev.dvl.docker.container.plan;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Steps;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An old container ends what it has begun, once its successor has its names. It has left its own
 * name to that one already; of the aliases that both have it lets go in each network.
 */
record LastRequests(Live old, Desired desired, Neighbours neighbours, Steps steps) {
  private static final Duration MARGIN = Duration.ofMinutes(1);

  void drain() {
    Duration time = desired.instance().common().update().drain();
    if (!time.isPositive()) {
      return;
    }
    Set<Address> wanted =
        NetworkPlace.all(desired.values()).stream()
            .flatMap(place -> place.resource().map(Value.Ref::address).stream())
            .collect(Collectors.toSet());
    int count = 0;
    for (NetworkPlace place : NetworkPlace.all(old.values())) {
      if (place.hasAliases() && neighbours.network(place).stream().anyMatch(wanted::contains)) {
        count++;
        steps
            .changes("unname" + count, ContainerCallNames.NETWORK_UNNAME)
            .with(new ContainerArguments.Leave(old.ref().id(), place.network()))
            .repeatable()
            .add();
      }
    }
    steps
        .waits("drain", ContainerCallNames.CONTAINER_DRAIN)
        .with(new ContainerArguments.Drain(old.ref().id(), old.ref().name(), time))
        .within(time.plus(MARGIN))
        .repeatable()
        .add();
  }
}
