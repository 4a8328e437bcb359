package dev.dvl.docker.container.write;

import dev.dvl.docker.container.plan.ContainerArguments.Stop;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@code container.stop}, with the grace period that the container was made with. What is stopped
 * or gone is stopped. The call is made without docker-java, which would send a grace of its own.
 */
record StopContainer(DockerEngine engine) implements Primitive<Stop> {

  @Override
  public Class<Stop> arguments() {
    return Stop.class;
  }

  @Override
  public String failing(Stop args) {
    return "container `" + args.name() + "` cannot be stopped";
  }

  @Override
  public Done run(Stop args, Run run) throws IOException {
    String container = args.container();
    run.progress("stopping", OptionalDouble.empty());
    try {
      engine.api().stream(Call.post("/containers/" + Call.encode(container) + "/stop")).close();
    } catch (IOException e) {
      if (!Problems.isStatus(e, EngineError.NOT_FOUND)) {
        throw e;
      }
    }
    return engine
        .find(MadeContainer.path(container))
        .map(it -> MadeContainer.of(it, engine))
        .orElse(Done.NOTHING);
  }

  @Override
  public Probe probe(Stop args) throws IOException {
    Optional<Json> there = engine.find(MadeContainer.path(args.container()));
    boolean runs = there.filter(it -> it.at("State", "Running").isTrue()).isPresent();
    return runs
        ? new Probe.NotDone()
        : new Probe.Finished(there.map(it -> MadeContainer.of(it, engine)).orElse(Done.NOTHING));
  }
}
