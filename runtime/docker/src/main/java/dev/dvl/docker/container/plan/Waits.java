package dev.dvl.docker.container.plan;

import dev.dvl.compiler.value.Field;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.provider.Steps;
import dev.dvl.stdlib.ContainerPart;
import dev.dvl.stdlib.ContainerWaitPart;
import dev.dvl.stdlib.ContainerWaitUntil;
import java.time.Duration;
import java.util.List;

/**
 * For what is waited before a container counts as up: the dearest of what it says itself and of
 * what others come after.
 */
record Waits(Desired desired, boolean replaces) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** On top of a wait's own time, so that it can say itself what it waited for. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  /** The cheapest first. */
  private static final List<ContainerWaitUntil> STATES =
      List.of(
          ContainerWaitUntil.NONE,
          ContainerWaitUntil.STARTED,
          ContainerWaitUntil.HEALTHY,
          ContainerWaitUntil.COMPLETED);

  /** The ops that wait, in order. */
  void add(Steps steps, String container, String name) {
    ContainerWaitUntil last = last();
    if (last == ContainerWaitUntil.NONE) {
      return;
    }
    if (last == ContainerWaitUntil.COMPLETED && isAwaited(ContainerWaitUntil.HEALTHY)) {
      add(steps, "wait_healthy", ContainerWaitUntil.HEALTHY, container, name);
    }
    add(steps, "wait", last, container, name);
  }

  /**
   * The op that waits until it has been good for some time, where others come after that. What is
   * to come to its end is not.
   */
  void addSteady(Steps steps, String container, String name) {
    if (!desired.awaited().contains(Op.STEADY) || last() == ContainerWaitUntil.COMPLETED) {
      return;
    }
    Duration window = desired.instance().common().update().rollout().healthWindow();
    steps
        .waits(Op.STEADY, ContainerCallNames.CONTAINER_STEADY)
        .with(new ContainerArguments.Steady(container, name, window, patience()))
        .reaching(Op.STEADY)
        .within(window.plus(patience()).plus(MARGIN))
        .repeatable()
        .add();
  }

  private Duration patience() {
    return block().then(ContainerWaitPart::timeout).orElse(PATIENCE);
  }

  private void add(
      Steps steps, String id, ContainerWaitUntil state, String container, String name) {
    Duration patience = patience();
    steps
        .waits(id, ContainerCallNames.CONTAINER_WAIT)
        .with(new ContainerArguments.Wait(container, name, state.word(), patience))
        .reaching(state.word())
        .within(patience.plus(MARGIN))
        .repeatable()
        .add();
  }

  private ContainerWaitUntil last() {
    String own = own();
    return STATES.reversed().stream()
        .filter(it -> it.word().equals(own) || isAwaited(it))
        .findFirst()
        .orElse(ContainerWaitUntil.NONE);
  }

  private boolean isAwaited(ContainerWaitUntil state) {
    return desired.awaited().contains(state.word());
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
