package dev.dvl.docker.container.plan;

import dev.dvl.compiler.value.Field;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.provider.Steps;
import dev.dvl.stdlib.ContainerPart;
import dev.dvl.stdlib.ContainerWaitPart;
import dev.dvl.stdlib.ContainerWaitUntil;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * For what is waited before a container counts as up: the dearest of what it says itself and of
 * what others come after.
 */
record Waits(Desired desired, boolean replaces) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** On top of a wait's own time, so that it can say itself what it waited for. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  /** The cheapest first. */
  private static final List<String> STATES = List.of("none", "started", "healthy", "completed");

  /** The ops that wait, in order; whether there is one. */
  boolean add(Steps steps, String container, String name) {
    String last = last();
    if (last.equals("none")) {
      return false;
    }
    if (last.equals("completed") && desired.awaited().contains("healthy")) {
      add(steps, "wait_healthy", "healthy", container, name);
    }
    add(steps, "wait", last, container, name);
    return true;
  }

  private void add(Steps steps, String id, String state, String container, String name) {
    Duration patience = block().then(ContainerWaitPart::timeout).orElse(PATIENCE);
    steps
        .waits(id, ContainerCallNames.CONTAINER_WAIT)
        .with(new ContainerArguments.Wait(container, name, state, patience))
        .reaching(state)
        .within(patience.plus(MARGIN))
        .repeatable()
        .add();
  }

  private String last() {
    int dearest =
        Stream.concat(Stream.of(own()), desired.awaited().stream())
            .mapToInt(STATES::indexOf)
            .max()
            .orElse(0);
    return STATES.get(Math.max(0, dearest));
  }

  /** A replacement waits for what its {@code update} block says, where that says more. */
  private String own() {
    ContainerWaitUntil said =
        block().then(ContainerWaitPart::until).orElse(ContainerWaitUntil.STARTED);
    String update = desired.instance().common().update().waitFor();
    return replaces && said == ContainerWaitUntil.STARTED ? update : said.word();
  }

  private Field<ContainerWaitPart> block() {
    return ContainerPart.of(desired.values()).wait_();
  }
}
