package dev.dvl.docker.container.write;

import dev.dvl.docker.kind.Engine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Repeatable;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code container.start}. Starting what runs already is no failure, and what is paused goes on:
 * the engine refuses to start it.
 */
public record ContainerStart(Engine engine) implements Primitive {
  private static final int NOT_MODIFIED = 304;

  @Override
  public String failing(Wanted args) {
    return "container `" + args.text("name").orElse("") + "` cannot be started";
  }

  @Override
  public Done run(Wanted args, Run run) throws IOException {
    String container = args.text("container").orElseThrow();
    try {
      Repeatable.once(NOT_MODIFIED, () -> engine.client().containers().start(container));
    } catch (EngineError refused) {
      if (engine.container(container).filter(ContainerStart::isPaused).isEmpty()) {
        throw refused;
      }
      engine.client().containers().unpause(container);
    }
    return engine.container(container).map(MadeContainer::of).orElse(Done.NOTHING);
  }

  @Override
  public Probe probe(Wanted args) throws IOException {
    Optional<Json> there = engine.container(args.text("container").orElseThrow());
    return there.filter(it -> it.at("State", "Running").isTrue() && !isPaused(it)).isPresent()
        ? new Probe.Finished(MadeContainer.of(there.get()))
        : new Probe.NotDone();
  }

  private static boolean isPaused(Json container) {
    return container.at("State", "Paused").isTrue();
  }
}
