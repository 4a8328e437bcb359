package dev.dvl.docker.container.plan;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Steps;
import java.util.Set;

/** Joining and leaving networks. */
final class Networking {
  private Networking() {}

  /** Completes a step that joins a network. */
  static void join(Steps.Step step, String container, Value place) {
    step.with(new ContainerArguments.Join(container, place)).repeatable().add();
  }

  /**
   * Completes a step that joins one again.
   *
   * @param of the resource of the network, whose old object is used again
   */
  static void rejoin(Steps.Step step, String container, NetworkPlace place, Set<Address> of) {
    join(step.releasing(of).taking(), container, place.written());
  }

  /** Completes a step that leaves one. */
  static void leave(Steps.Step step, String container, NetworkPlace place, Set<Address> releases) {
    step.with(new ContainerArguments.Leave(container, place.network()))
        .releasing(releases)
        .repeatable()
        .add();
  }
}
