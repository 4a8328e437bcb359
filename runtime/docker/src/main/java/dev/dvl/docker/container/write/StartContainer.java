package dev.dvl.docker.container.write;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.docker.Codes;
import dev.dvl.docker.container.plan.ContainerArguments.Start;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Repeatable;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code container.start}. Starting what runs already is no failure, and what is paused goes on:
 * the engine refuses to start it.
 */
record StartContainer(DockerEngine engine) implements Primitive<Start> {
  private static final int NOT_MODIFIED = 304;

  @Override
  public Class<Start> arguments() {
    return Start.class;
  }

  @Override
  public String failing(Start args) {
    return "container `" + args.name() + "` cannot be started";
  }

  @Override
  public Code refused(Start args, EngineError refusal) {
    if (refusal.status() == EngineError.INVALID) {
      return Codes.START_FAILED;
    }
    return StartRefusal.of(refusal).orElseGet(() -> Primitive.super.refused(args, refusal));
  }

  @Override
  public Done run(Start args, Run run) throws IOException {
    String container = args.container();
    try {
      Repeatable.once(NOT_MODIFIED, () -> engine.client().containers().start(container));
    } catch (EngineError refused) {
      if (engine.find(MadeContainer.path(container)).filter(StartContainer::isPaused).isEmpty()) {
        throw refused;
      }
      engine.client().containers().unpause(container);
    }
    return engine
        .find(MadeContainer.path(container))
        .map(it -> MadeContainer.of(it, engine))
        .orElse(Done.NOTHING);
  }

  @Override
  public Probe probe(Start args) throws IOException {
    Optional<Json> there = engine.find(MadeContainer.path(args.container()));
    return there.filter(it -> it.at("State", "Running").isTrue() && !isPaused(it)).isPresent()
        ? new Probe.Finished(MadeContainer.of(there.get(), engine))
        : new Probe.NotDone();
  }

  private static boolean isPaused(Json container) {
    return container.at("State", "Paused").isTrue();
  }
}
