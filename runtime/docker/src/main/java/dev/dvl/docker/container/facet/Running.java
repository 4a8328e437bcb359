package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.engine.provider.Wanted;

/**
 * {@code running}. A container that the engine is about to start again counts as running, and one
 * that is paused does not: the engine shows it as both running and paused. What unset means depends
 * on what is waited for, as the schema says.
 */
record Running() implements Facet {

  @Override
  public void ask(Wanted wanted, Request request) {
    // No part of a create request: it is started by a call of its own.
  }

  @Override
  public void show(Seen seen, ShownValues shown) {
    if (seen.container().at("State").isNil()) {
      return;
    }
    boolean up =
        seen.container().at("State", "Running").isTrue()
            || seen.container().at("State", "Restarting").isTrue();
    boolean paused = seen.container().at("State", "Paused").isTrue();
    shown.values().put("running", Value.of(up && !paused));
  }
}
